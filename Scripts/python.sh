# shellcheck shell=bash
# Python wheels in a private folder of the project. Debian's own python3 makes the folder, so that it sees Debian's
# GDAL and does not depend on any other Python that stands first on the PATH.

# install_wheels FOLDER WHEELS [option of venv]...
# The folder is built beside its place and moved there when complete: a run that is cut off leaves nothing half.
install_wheels() {
  local folder=$1 wheels=$2
  shift 2
  has_wheels "$folder" "$wheels" && return
  say "Python-pakketten worden geïnstalleerd in $folder:"
  sed 's/^/  /; s/  # /: /; s/$/./' "$wheels"
  rm -rf "$folder.new" && mkdir -p "$(dirname "$folder")"
  make_python "$folder.new" "$wheels" "$@" ||
    stop "De Python-pakketten konden niet worden opgehaald; controleer de verbinding met internet en start opnieuw."
  wheels_stamp "$wheels" >"$folder.new/installed.txt"
  name_programs_after "$folder" && rm -rf "$folder" && mv "$folder.new" "$folder"
}

# Programs of a wheel begin with the path of their Python; it must be the path after the move.
name_programs_after() {
  local folder
  folder=$(realpath --canonicalize-missing "$1")
  grep -rlI "^#!.*$(basename "$folder").new/bin/" "$folder.new/bin" | xargs --no-run-if-empty sed -i "1s|^#!.*|#!$folder/bin/python3|"
}

make_python() {
  local folder=$1 wheels=$2
  shift 2
  /usr/bin/python3 -m venv "$@" "$folder" &&
    env -u PYTHONPATH -u PYTHONHOME -u PIP_USER "$folder/bin/python3" -m pip install \
      --quiet --no-input --disable-pip-version-check --only-binary :all: --requirement "$wheels"
}

has_wheels() {
  [[ -x $1/bin/python3 ]] && cmp -s "$1/installed.txt" <(wheels_stamp "$2")
}

wheels_stamp() {
  /usr/bin/python3 --version && cat "$1"
}
