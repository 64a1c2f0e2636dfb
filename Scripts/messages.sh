# shellcheck shell=bash
# What a command says to the person who started it.

# Each argument on its own line.
say() { printf '%s\n' "$@"; }

# One sentence with the remedy, then the end.
stop() {
  printf '%s\n' "$*" >&2
  exit 1
}
