# shellcheck shell=bash
# Debian packages: install what is missing and nothing else.
# A list in Scripts/Needs has one package per line: "name: why it is needed, in one sentence".

# Names in the given lists that dpkg does not know as installed.
missing_packages() {
  local wanted
  mapfile -t wanted < <(cut -d: -f1 "$@" | LC_ALL=C sort -u)
  LC_ALL=C comm -23 <(printf '%s\n' "${wanted[@]}") <(installed_among "${wanted[@]}")
}

installed_among() {
  # shellcheck disable=SC2016  # the braces are dpkg-query's, not the shell's
  { dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true; } |
    sed -n 's/^installed //p' | LC_ALL=C sort -u
}

install_packages() {
  local missing
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]} > 0)) || return 0
  command -v apt-get >/dev/null ||
    stop "Dit commando installeert met apt-get van Debian 12; installeer hier zelf: ${missing[*]}."
  can_become_root ||
    stop "Deze Debian-pakketten ontbreken en installeren mag alleen als root of met sudo: ${missing[*]}."
  say "Ontbrekende Debian-pakketten worden geïnstalleerd:"
  explain_packages "${missing[@]}" -- "$@"
  apt_install "${missing[@]}"
}

# explain_packages NAME... -- LIST...
explain_packages() {
  local names=()
  while [[ $1 != -- ]]; do names+=("$1") && shift; done
  shift
  LC_ALL=C awk -F': ' -v names="${names[*]}" '
    BEGIN { split(names, list, " "); for (i in list) missing[list[i]] }
    $1 in missing && !told[$1]++ { print "  " $0 }' "$@"
}

# An installation that was cut off earlier is finished first, otherwise apt refuses every next one.
apt_install() {
  as_root dpkg --configure -a || as_root apt-get install -y --fix-broken
  as_root apt-get update -q || say "Niet elke pakketbron was bereikbaar; de installatie gaat door met de andere."
  as_root apt-get install -y -q -o Dpkg::Use-Pty=0 --no-install-recommends "$@" ||
    stop "Debian kon deze pakketten niet installeren: $*; herstel de melding van apt hierboven en start opnieuw."
}

can_become_root() {
  ((EUID == 0)) || { command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [[ -t 0 ]]; }; }
}

# Descriptor 9 is the lock of setup.sh: a service that a package starts must not keep it.
as_root() {
  local command=(env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@")
  ((EUID == 0)) || command=(sudo "${command[@]}")
  "${command[@]}" </dev/null 9>&-
}
