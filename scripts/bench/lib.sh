# What the benchmarks share: a cluster of their own under a temporary folder, gone afterwards, and a migrated database. Sourced, not run.

BENCH=$(mktemp -d)
chmod 755 "$BENCH"
trap 'cluster_stop; rm -rf "$BENCH"' EXIT

migrator() { as_cluster_user "$PG_BIN/psql" -X -q -At -v ON_ERROR_STOP=1 -h "$PG_SOCKET" -U thidua_migrator -d bench "$@"; }

# seconds COMMAND …: wall time
seconds() {
    local from to
    from=$(date +%s.%N)
    "$@"
    to=$(date +%s.%N)
    awk -v a="$from" -v b="$to" 'BEGIN { printf "%.3f", b - a }'
}

# report WHAT SECONDS BOUND
report() {
    awk -v w="$1" -v t="$2" -v b="$3" 'BEGIN { printf "%-72s %8.3f s  (bound %g s)%s\n", w, t, b, (t < b ? "" : "  OVER") }'
}

# A cluster, a database "bench" with the schema, an installation and the province's own tenant.
bench_database() {
    need_packages libpq-dev libargon2-dev libzip-dev libxlsxwriter-dev libqrencode-dev pkg-config postgresql postgresql-client postgresql-contrib
    cluster_paths "$BENCH"
    cluster_create
    cluster_start
    cluster_database bench
    cd "$ROOT"
    # THIDUA names an executable that was built already.
    if [ -z "${THIDUA:-}" ]; then
        swift build -c release --product thidua --explicit-target-dependency-import-check error >&2
        THIDUA=$(swift build -c release --show-bin-path)/thidua
    fi
    export THIDUA_HOME=$ROOT THIDUA_STATE=$BENCH DATABASE_URL
    DATABASE_URL=$(cluster_url bench)
    "$THIDUA" migrate >&2
    migrator >/dev/null <<'SQL'
SELECT core.install('demonstration', '2023-06-20');
SELECT core.tenant_open(core.new_id(), 'province', 'province', 'authority', NULL, 0, '2020-01-01', '01', 'Mẫu', 'Tỉnh Mẫu', 'tinh', true);
SQL
}

# open_tenants FROM TO: districts district_bN, one transaction each, in places where some are ready; twenty in a session: every table that a
# session made is one more that it looks through at each of the next.
open_tenants() {
    local from
    for ((from = $1; from <= $2; from += 20)); do
        migrator >/dev/null <<SQL
SELECT format('BEGIN; SELECT core.tenant_open(coalesce((SELECT core.places_free(1)), core.new_id()), %L, ''district'', ''award_subject'', core.province_tenant(), %s, ''2020-01-01'', %L, %L, %L, ''huyen'', true); COMMIT',
        'district_b' || i, i, 'B' || i, 'B' || i, 'Huyện B' || i)
FROM generate_series($from, least($from + 19, $2)) AS i
\gexec
SQL
    done
}

# checks_aside, checks_back: takes the checks off all tables, and puts them back on all of them as they were. With them beside a thousand tenants
# pg_constraint has half a gigabyte, and PostgreSQL reads it from end to end for every table that becomes a partition: opening so many takes hours.
checks_aside() {
    superuser -d bench >/dev/null <<'SQL'
CREATE TABLE public.check_aside AS
SELECT r.oid::regclass AS relation, string_agg(format('ADD CONSTRAINT %I %s', c.conname, pg_get_constraintdef(c.oid)), ', ' ORDER BY c.conname) AS back,
    string_agg(format('DROP CONSTRAINT %I', c.conname), ', ' ORDER BY c.conname) AS off
FROM pg_constraint AS c
    JOIN pg_class AS r ON r.oid = c.conrelid
    JOIN core.tenant_relation AS t ON r.oid = format('core.%I', t.name)::regclass
WHERE c.contype = 'c'
  AND c.conparentid = 0
  AND c.coninhcount = 0
GROUP BY r.oid;
SELECT format('ALTER TABLE %s %s', relation, off) FROM public.check_aside
\gexec
SQL
}
checks_back() {
    superuser -d bench >/dev/null <<'SQL'
SELECT format('ALTER TABLE %s %s', relation, back) FROM public.check_aside
\gexec
DROP TABLE public.check_aside;
SQL
}

# prepare_places N: until so many are ready, each in a transaction and a session of its own, as the worker does it; prints the seconds of each
prepare_places() {
    migrator -c "UPDATE core.installation SET places = $1"
    local left=$1
    left=$((left - $(migrator -c "SELECT count(*) FROM core.place")))
    for ((; left > 0; left--)); do
        seconds migrator -o /dev/null -c "SELECT core.place_prepare()"
        echo
    done
}

# bench_officers N [TENANTS]: N administrators, one after the other in as many tenants (one each when not said), with a token that follows
# from the number
bench_officers() {
    local tenants=${2:-$1}
    migrator >/dev/null <<SQL
SET ROLE thidua_owner;
-- Ids follow from the number: the guards look for the person before they let a post be given, so one statement cannot do it all.
INSERT INTO core.person (id, tenant_id, full_name, sort_key, kind, active_from)
SELECT ('0192a001-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, t.id, 'Quản trị', 'tri', 'cong_chuc', '2020-01-01'
FROM generate_series(1, $1) AS i JOIN core.tenant AS t ON t.slug = 'district_b' || ((i - 1) % $tenants + 1);
INSERT INTO core.account (id, person_id, username, password_hash)
SELECT ('0192a002-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, ('0192a001-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid,
    'bench.' || i, '\$argon2id\$none' FROM generate_series(1, $1) AS i;
INSERT INTO core.post (id, person_id, tenant_id, unit_id, role, title, leader_rank, valid_from)
SELECT ('0192a003-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, ('0192a001-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid,
    t.id, t.id, 'tenant_admin', 'Quản trị', 'direct_worker', '2020-01-01'
FROM generate_series(1, $1) AS i JOIN core.tenant AS t ON t.slug = 'district_b' || ((i - 1) % $tenants + 1);
INSERT INTO core.credential (id, kind, account_id, post_id, token_hash, expires_at)
SELECT core.new_id(), 'token', ('0192a002-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, ('0192a003-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid,
    sha256(convert_to('bench-token-of-tenant-' || i, 'UTF8')), now() + interval '1 day' FROM generate_series(1, $1) AS i;
SQL
}
