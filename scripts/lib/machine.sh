# What the scripts need of a machine: Debian's or Ubuntu's packages and Swift. Sourced, not run.

say() { printf '%s\n' "$*" >&2; }
step() { printf '[%3ds] %s\n' "$((SECONDS))" "$*" >&2; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else die "run as root or install sudo: $*"; fi
}

# Installs those of the named packages that are missing.
need_packages() {
    local missing=() name
    for name in "$@"; do
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    command -v apt-get >/dev/null || die "install these packages first: ${missing[*]}"
    step "Cài gói còn thiếu / installing ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null
    # Debian's package would start a cluster of its own, which nobody asked for.
    as_root mkdir -p /etc/postgresql-common/createcluster.d
    printf 'create_main_cluster = false\n' | as_root tee /etc/postgresql-common/createcluster.d/thidua.conf >/dev/null
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

need_swift() {
    command -v swift >/dev/null || die "Swift 6.3 or later is needed: https://www.swift.org/install/linux/"
    local version
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -1)
    awk -v v="$version" 'BEGIN { exit !(v + 0 >= 6.3) }' || die "Swift 6.3 or later is needed, this is ${version:-unknown}"
}

# The newest PostgreSQL of the machine, at least 15.
postgres_bin() {
    local dir newest=""
    for dir in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V); do [ -x "$dir/initdb" ] && newest=$dir; done
    [ -n "$newest" ] || newest=$(pg_config --bindir 2>/dev/null || true)
    [ -x "$newest/initdb" ] || die "no PostgreSQL server found"
    local major
    major=$("$newest/postgres" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
    [ "$major" -ge 15 ] || die "PostgreSQL 15 or later is needed, this is $major"
    printf '%s\n' "$newest"
}
