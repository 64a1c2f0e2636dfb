# shellcheck shell=bash
# The Swift toolchain and the one build that everything shares: release.

# find_swift FOLDER...: puts the first folder that holds swift on the PATH, unless swift is there already.
find_swift() {
  local folder
  command -v swift >/dev/null && return
  for folder in "$@"; do
    [[ -x $folder/swift ]] && PATH=$folder:$PATH && return
  done
  stop "Swift ontbreekt: installeer Swift 6.3 volgens https://www.swift.org/install/linux/ en start dit commando opnieuw."
}

build_product() {
  say "Het programma wordt gebouwd; de eerste keer duurt dat enkele minuten."
  swift build -c release --product werklocaties ||
    stop "Het bouwen is mislukt; de eerste regel met 'error:' hierboven zegt waarom."
}
