# A private PostgreSQL cluster on a unix socket, in a folder of its own. Sourced, not run.
#
# PostgreSQL does not run as root: called by root, the cluster belongs to the user postgres. Authentication is by peer: the
# caller may be each of the thidua logins, and the superuser; nobody else on the machine may be anything.

# cluster_paths STATE: sets PG_DATA, PG_SOCKET, PG_USER
cluster_paths() {
    local state=$1 mark
    PG_BIN=$(postgres_bin)
    PG_USER=$(id -un)
    [ "$(id -u)" = 0 ] && PG_USER=postgres
    mkdir -p "$state"
    PG_DATA=$(cd "$state" && pwd)/postgres
    mark=$(printf '%s' "$PG_DATA" | sha256sum | cut -c1-10)
    # The path of a socket may have 107 bytes: not every checkout lies that near.
    PG_SOCKET=/tmp/thidua-$mark
    # The user postgres may not reach into root's home.
    if [ "$PG_USER" != "$(id -un)" ] && ! as_cluster_user test -x "$(dirname "$PG_DATA")"; then
        PG_DATA=/var/lib/postgresql/thidua-$mark
    fi
}

as_cluster_user() {
    if [ "$PG_USER" = "$(id -un)" ]; then "$@"; else setpriv --reuid="$PG_USER" --regid="$PG_USER" --init-groups -- env -C / HOME=/ "$@"; fi
}

cluster_create() {
    [ -s "$PG_DATA/PG_VERSION" ] && return 0
    step "Tạo cụm PostgreSQL riêng / making a private PostgreSQL cluster"
    mkdir -p "$(dirname "$PG_DATA")"
    install -d -m 700 "$PG_DATA"
    [ "$PG_USER" = "$(id -un)" ] || chown "$PG_USER" "$PG_DATA"
    as_cluster_user "$PG_BIN/initdb" -D "$PG_DATA" -U postgres --auth=peer --encoding=UTF8 --locale=C.UTF-8 >/dev/null
    {
        printf 'local all all peer map=thidua\n'
    } | as_cluster_user tee "$PG_DATA/pg_hba.conf" >/dev/null
    {
        local user login
        for user in $(printf '%s\n' "$(id -un)" "$PG_USER" | sort -u); do
            for login in postgres thidua_migrator thidua_signin thidua_web thidua_worker; do printf 'thidua %s %s\n' "$user" "$login"; done
        done
    } | as_cluster_user tee "$PG_DATA/pg_ident.conf" >/dev/null
    as_cluster_user tee -a "$PG_DATA/postgresql.conf" >/dev/null <<CONF
listen_addresses = ''
unix_socket_directories = '$PG_SOCKET'
max_connections = 100
max_locks_per_transaction = 256
shared_buffers = $(cluster_memory)MB
log_min_messages = warning
CONF
}

# What PostgreSQL keeps of its files: a quarter of the machine, as its manual has it, but no more than the largest ledger asks for.
cluster_memory() { awk '/^MemTotal/ { part = int($2 / 4096); print (part < 1024 ? part : 1024) }' /proc/meminfo; }

cluster_running() {
    as_cluster_user "$PG_BIN/pg_ctl" -D "$PG_DATA" status >/dev/null 2>&1
}

# cluster_start [OPTION...]: options of postgres
cluster_start() {
    cluster_running && return 0
    install -d -m 755 "$PG_SOCKET"
    [ "$PG_USER" = "$(id -un)" ] || chown "$PG_USER" "$PG_SOCKET"
    as_cluster_user "$PG_BIN/pg_ctl" -D "$PG_DATA" -w -t 60 -l "$PG_DATA/server.log" -o "$*" start >/dev/null \
        || { tail -5 "$PG_DATA/server.log" >&2; die "PostgreSQL did not start"; }
}

cluster_stop() {
    as_cluster_user "$PG_BIN/pg_ctl" -D "$PG_DATA" -m fast -w stop >/dev/null 2>&1 || true
    rm -rf "$PG_SOCKET"
}

superuser() {
    as_cluster_user "$PG_BIN/psql" -X -q -v ON_ERROR_STOP=1 -h "$PG_SOCKET" -U postgres "$@"
}

# cluster_database NAME: makes it if absent, and prepares it as its superuser
cluster_database() {
    local exists
    exists=$(superuser -d postgres -Atc "SELECT 1 FROM pg_database WHERE datname = '$1'")
    [ "$exists" = 1 ] || superuser -d postgres -c "CREATE DATABASE \"$1\" TEMPLATE template0 ENCODING 'UTF8'"
    superuser -d "$1" -f - < "$ROOT/sql/bootstrap.sql"
}

# cluster_url NAME: for thidua; each of its doors adds its own login
cluster_url() {
    printf 'postgresql:///%s?host=%s' "$1" "$PG_SOCKET"
}
