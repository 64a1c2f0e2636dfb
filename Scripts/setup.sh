# shellcheck shell=bash
# What ./run, ./test and ./bench share: after `set_up NAME...` everything in the lists Scripts/Needs/NAME-* is in place.
# Sourced from the root of the repository, with the arguments of the command.

source Scripts/messages.sh
source Scripts/debian.sh
source Scripts/python.sh
source Scripts/swift.sh

export WERKLOCATIES_PYTHON=$PWD/.tools/python/bin/python3
export WERKLOCATIES_NUMPY_PYTHON=$PWD/.tools/bench-python/bin/python3
export WERKLOCATIES_BIN=$PWD/.build/release/werklocaties
started_as=("./${0##*/}" "$@")

set_up() {
  local lists=("${@/#/Scripts/Needs/}")
  lists=("${lists[@]/%/-packages.txt}")
  find_swift /opt/swift/usr/bin "${HOME:-/root}/.local/share/swiftly/bin"
  one_at_a_time install_packages "${lists[@]}"
  hand_back_to_owner
  one_at_a_time install_all_wheels "$@"
}

# Two commands started together must not install in each other's way.
one_at_a_time() {
  (
    flock --nonblock 9 || { say "Een ander commando installeert op dit moment; even wachten." && flock 9; }
    "$@"
  ) 9<Scripts
}

install_all_wheels() {
  local name
  for name in "$@"; do
    case $name in
      run) install_wheels .tools/python Scripts/Needs/run-wheels.txt ;;
      bench) install_wheels .tools/bench-python Scripts/Needs/bench-wheels.txt ;;
      test) install_wheels .tools/test-python Scripts/Needs/test-wheels.txt --system-site-packages ;;
    esac
  done
}

# `sudo ./run` in somebody's own clone: only apt needs root; what is built must stay theirs, or their next run fails.
hand_back_to_owner() {
  local owner
  owner=$(stat -c %u .)
  if ((EUID == 0)) && [[ $owner != 0 && $owner == "${SUDO_UID-}" ]]; then
    exec sudo -H -u "#$owner" -- "${started_as[@]}"
  fi
}
