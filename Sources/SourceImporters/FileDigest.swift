import CCrypto
import Foundation
import Planning

/// SHA-256 by OpenSSL, streaming, so that the size of the file does not matter.
enum FileDigest {
  private static let chunkSize = 1 << 16

  static func sha256(of path: String) throws(PlanningError) -> SourceFingerprint {
    guard let file = fopen(path, "rb"), let digest = EVP_MD_CTX_new() else { throw Unreadable.notPermitted(path) }
    defer {
      fclose(file)
      EVP_MD_CTX_free(digest)
    }
    guard EVP_DigestInit_ex(digest, EVP_sha256(), nil) == 1 else { throw Unreadable.notPermitted(path) }
    let byteCount = feed(file, to: digest)
    guard ferror(file) == 0 else { throw Unreadable.notPermitted(path) }
    return SourceFingerprint(checksum: finish(digest), byteCount: byteCount)
  }

  private static func feed(_ file: UnsafeMutablePointer<FILE>, to digest: OpaquePointer) -> Int {
    var chunk = [UInt8](repeating: 0, count: chunkSize)
    var total = 0
    while case let count = fread(&chunk, 1, chunkSize, file), count > 0 {
      EVP_DigestUpdate(digest, chunk, count)
      total += count
    }
    return total
  }

  private static func finish(_ digest: OpaquePointer) -> String {
    var bytes = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count: UInt32 = 0
    EVP_DigestFinal_ex(digest, &bytes, &count)
    return bytes.prefix(Int(count)).map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0" + text : text
    }.joined()
  }
}
