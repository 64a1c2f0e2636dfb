import CCrypto

/// AES-256 in Galois/Counter Mode by OpenSSL: encryption that notices changes (NIST SP 800-38D).
struct GaloisCounter {
  let key: [UInt8]
  let nonce: [UInt8]

  /// - Parameter header: bytes that stay readable but may not be changed.
  func encrypted(_ bytes: [UInt8], header: [UInt8]) -> (bytes: [UInt8], tag: [UInt8])? {
    guard let context = EVP_CIPHER_CTX_new() else { return nil }
    defer { EVP_CIPHER_CTX_free(context) }
    var length: Int32 = 0
    var output = [UInt8](repeating: 0, count: bytes.count)
    var tag = [UInt8](repeating: 0, count: SealLayout.tag)
    guard EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce) == 1,
      EVP_EncryptUpdate(context, nil, &length, header, Int32(header.count)) == 1,
      EVP_EncryptUpdate(context, &output, &length, bytes, Int32(bytes.count)) == 1, length == bytes.count,
      EVP_EncryptFinal_ex(context, nil, &length) == 1,
      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_GET_TAG, Int32(tag.count), &tag) == 1
    else { return nil }
    return (output, tag)
  }

  /// The bytes; nil where key, header, bytes and tag do not belong together.
  func decrypted(_ bytes: [UInt8], tag: [UInt8], header: [UInt8]) -> [UInt8]? {
    guard let context = EVP_CIPHER_CTX_new() else { return nil }
    defer { EVP_CIPHER_CTX_free(context) }
    var length: Int32 = 0
    var output = [UInt8](repeating: 0, count: bytes.count)
    var tag = tag
    guard EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce) == 1,
      EVP_DecryptUpdate(context, nil, &length, header, Int32(header.count)) == 1,
      EVP_DecryptUpdate(context, &output, &length, bytes, Int32(bytes.count)) == 1, length == bytes.count,
      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_TAG, Int32(tag.count), &tag) == 1,
      EVP_DecryptFinal_ex(context, nil, &length) == 1
    else { return nil }
    return output
  }
}

/// What it costs to try one passphrase: the numbers of scrypt (RFC 7914).
struct KeyCost: Hashable {
  private static let version: UInt8 = 1
  /// Logarithm of N, block size r, lanes p.
  let logarithm: UInt8
  let block: UInt8
  let lanes: UInt8

  /// 32 MB and a tenth of a second.
  static let usual = KeyCost(logarithm: 15, block: 8, lanes: 1)
  /// What a file may ask at most, so that a forged one cannot exhaust the memory: 256 MB.
  private static let most = KeyCost(logarithm: 18, block: 8, lanes: 4)
  private static let memory: UInt64 = 300 << 20

  private init(logarithm: UInt8, block: UInt8, lanes: UInt8) {
    self.logarithm = logarithm
    self.block = block
    self.lanes = lanes
  }

  init?(_ bytes: [UInt8]) {
    guard bytes.count == SealLayout.cost, bytes[0] == Self.version else { return nil }
    self.init(logarithm: bytes[1], block: bytes[2], lanes: bytes[3])
    guard (1...Self.most.logarithm).contains(logarithm), (1...Self.most.block).contains(block),
      (1...Self.most.lanes).contains(lanes)
    else { return nil }
  }

  var bytes: [UInt8] { [Self.version, logarithm, block, lanes] }

  func key(_ passphrase: [UInt8], salt: [UInt8]) -> [UInt8]? {
    var key = [UInt8](repeating: 0, count: SealLayout.key)
    let result = passphrase.withUnsafeBytes { secret in
      EVP_PBE_scrypt(
        secret.bindMemory(to: CChar.self).baseAddress, secret.count, salt, salt.count, UInt64(1) << UInt64(logarithm),
        UInt64(block), UInt64(lanes), Self.memory, &key, key.count)
    }
    return result == 1 ? key : nil
  }
}

/// Bytes nobody can foresee, by OpenSSL.
enum RandomBytes {
  static func drawn(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return RAND_bytes(&bytes, Int32(count)) == 1 ? bytes : nil
  }
}
