/// Puts tokens into every column that can hold one, as the catalogue lists them on the day of the test.
///
/// Nobody names the columns: one that a migration adds is planted by itself, or is reported and fails the tests until it gets rows
/// (``CanaryRows``), an owner or a reason why it cannot carry one (``CanaryGround``).
enum CanaryPlanting {
    /// Makes `public.canary_column`: each column, how many rows were planted, and which tenants have none.
    static let script = #"""
        CREATE TABLE public.canary_column (relation text, name text, planted bigint, missing text[]);
        SET session_replication_role = replica;
        -- What the operator does has no request, and what is inserted nothing before it.
        UPDATE core.audit_entry AS e
        SET request = coalesce(e.request, ''), reason = coalesce(e.reason, ''), before = coalesce(e.before, '{}'), after = coalesce(e.after, '{}')
        WHERE e.tenant_id IS NOT NULL;
        DO $$
        DECLARE
            ground record;
            owned  text;
            value  text;
            kept   bigint;
            short  text[];
        BEGIN
            FOR ground IN
                SELECT c.relname AS relation, a.attname AS name, y.typname AS type, y.typcategory = 'A' AS is_list
                FROM pg_class AS c
                    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                    JOIN pg_type AS y ON y.oid = a.atttypid
                    LEFT JOIN pg_type AS e ON e.oid = y.typelem
                WHERE c.relnamespace = 'core'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                  AND (y.typcategory = 'S' OR (y.typcategory = 'A' AND e.typcategory = 'S') OR y.typname IN ('json', 'jsonb', 'bytea', 'xml', 'tsvector'))
                  AND NOT EXISTS (SELECT FROM public.canary_exception AS x WHERE x.place IN (c.relname, c.relname || '.' || a.attname))
                  -- A closed list cannot carry a token, and a reference carries the one of the row it names.
                  AND NOT EXISTS (
                        SELECT FROM pg_constraint AS k
                        WHERE k.conrelid = c.oid AND k.conkey = ARRAY[a.attnum]
                          AND (k.contype = 'c' AND pg_get_constraintdef(k.oid) ~ '= ANY \(+ARRAY\['))
                  AND NOT EXISTS (SELECT FROM pg_constraint AS k WHERE k.conrelid = c.oid AND k.contype = 'f' AND a.attnum = ANY (k.conkey))
                ORDER BY 1, 2
            LOOP
                SELECT o.tenant INTO owned FROM public.canary_owner AS o WHERE o.relation = ground.relation;
                IF owned IS NULL AND EXISTS (
                    SELECT FROM pg_attribute AS a WHERE a.attrelid = ('core.' || quote_ident(ground.relation))::regclass AND a.attname = 'tenant_id') THEN
                    owned := 'r.tenant_id';
                END IF;
                IF owned IS NULL THEN
                    INSERT INTO public.canary_column VALUES (ground.relation, ground.name, 0, ARRAY['whose row it is']);
                    CONTINUE;
                END IF;
                -- The token says whose it is and where it was planted; what stood there stays behind it, so that unique values stay unique.
                value := format('c.token || %L', format('.%s.%s', ground.relation, ground.name));
                -- An entry of the audit speaks of another table, and that decides who reads it.
                IF ground.relation = 'audit_entry' THEN
                    value := 'c.token || ''.'' || r.relation || ''.audit''';
                END IF;
                value := CASE
                    WHEN ground.name = 'username' THEN value || ' || ''.'' || left(md5(r.username), 8)'
                    WHEN ground.name = 'password_hash' THEN '''$argon2id$'' || ' || value
                    WHEN ground.is_list THEN format('ARRAY[%s] || r.%I', value, ground.name)
                    WHEN ground.type = 'bytea' THEN format('convert_to(%s, ''UTF8'') || r.%I', value, ground.name)
                    WHEN ground.type IN ('json', 'jsonb') THEN format('(r.%I::jsonb || jsonb_build_object(''canary'', %s))::%s', ground.name, value, ground.type)
                    ELSE format('%s || ''-'' || r.%I', value, ground.name)
                END;
                BEGIN
                    EXECUTE format('UPDATE core.%1$I AS r SET %2$I = %3$s FROM public.canary_tenant AS c WHERE c.id = (%4$s) AND r.%2$I IS NOT NULL',
                        ground.relation, ground.name, value, owned);
                    GET DIAGNOSTICS kept = ROW_COUNT;
                    EXECUTE format('SELECT array_agg(c.slug) FROM public.canary_tenant AS c WHERE NOT EXISTS (
                            SELECT FROM core.%1$I AS r WHERE (%3$s) = c.id AND r.%2$I IS NOT NULL)', ground.relation, ground.name, owned)
                    INTO short;
                    INSERT INTO public.canary_column VALUES (ground.relation, ground.name, kept, coalesce(short, '{}'));
                EXCEPTION WHEN OTHERS THEN
                    INSERT INTO public.canary_column VALUES (ground.relation, ground.name, 0, ARRAY[SQLERRM]);
                END;
            END LOOP;
        END
        $$;
        -- What a unit gives itself stands in the tables of what the province gives, and is not the province's to read: its tokens say so.
        UPDATE core.award_dossier AS d SET achievement = replace(d.achievement, '.award_dossier.', '.own_dossier.') WHERE d.giver_id IS NOT NULL;
        UPDATE core.dossier_document AS x
        SET document_number = replace(x.document_number, '.dossier_document.', '.own_document.')
        FROM core.award_dossier AS d
        WHERE d.tenant_id = x.tenant_id AND d.id = x.dossier_id AND d.giver_id IS NOT NULL;
        UPDATE core.dossier_step AS x
        SET reason = replace(x.reason, '.dossier_step.', '.own_step.'), document_number = replace(x.document_number, '.dossier_step.', '.own_step.')
        WHERE x.giver_id IS NOT NULL;
        -- What a unit says of what it handed on inside stays there (A59), in the audit too.
        UPDATE core.audit_entry AS e
        SET request = replace(e.request, t.place, '.inside.audit'), reason = replace(e.reason, t.place, '.inside.audit'),
            before = replace(e.before::text, t.place, '.inside.audit')::jsonb, after = replace(e.after::text, t.place, '.inside.audit')::jsonb
        FROM core.work_item AS i
            CROSS JOIN unnest('{work_item,work_item_change,progress,ruling,extension_step,dispute_step}'::text[]) AS r (relation)
            CROSS JOIN LATERAL (SELECT '.' || r.relation || '.audit') AS t (place)
        WHERE e.relation = r.relation AND e.tenant_id = i.tenant_id AND e.subject_id = i.id::text AND (i.unit_id <> i.tenant_id OR i.parent_id IS NOT NULL);
        -- What an item said before a change, as the reader of a change sees it.
        UPDATE core.work_item_change AS w
        SET before = w.before || to_jsonb(i)
        FROM core.work_item AS i
        WHERE i.tenant_id = w.tenant_id AND i.id = w.item_id;

        -- A file is what its content says it is.
        UPDATE core.evidence AS e
        SET byte_count = length(c.content), sha256 = sha256(c.content)
        FROM core.evidence_chunk AS c
        WHERE c.tenant_id = e.tenant_id AND c.evidence_id = e.id;
        UPDATE core.award_file AS e
        SET byte_count = length(c.content), sha256 = sha256(c.content)
        FROM core.award_chunk AS c
        WHERE c.tenant_id = e.tenant_id AND c.file_id = e.id;

        -- Ids to guess: what a path or a body could name.
        CREATE TABLE public.canary_id (relation text, tenant text, id text);
        DO $$
        DECLARE
            ground record;
        BEGIN
            FOR ground IN
                SELECT c.relname AS relation, coalesce((SELECT o.tenant FROM public.canary_owner AS o WHERE o.relation = c.relname), 'r.tenant_id') AS owned
                FROM pg_class AS c
                    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'id' AND a.atttypid = 'uuid'::regtype
                WHERE c.relnamespace = 'core'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                  AND (EXISTS (SELECT FROM public.canary_owner AS o WHERE o.relation = c.relname)
                    OR EXISTS (SELECT FROM pg_attribute AS t WHERE t.attrelid = c.oid AND t.attname = 'tenant_id'))
            LOOP
                EXECUTE format('INSERT INTO public.canary_id
                    SELECT %1$L, c.slug, q.id::text
                    FROM public.canary_tenant AS c
                        CROSS JOIN LATERAL (SELECT r.id FROM core.%1$I AS r WHERE (%2$s) = c.id ORDER BY r.id LIMIT 30) AS q',
                    ground.relation, ground.owned);
            END LOOP;
        END
        $$;
        """#
}
