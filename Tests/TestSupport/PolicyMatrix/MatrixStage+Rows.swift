import Domain
import FoundationEssentials

extension MatrixStage {
    /// The rows of the stage, written past every policy, and the function that tries statements as one seat.
    var script: String {
        var rows = campaigns
        for place in places.values.sorted(by: { $0.slug < $1.slug }) { rows += self.rows(of: place) }
        for seat in seats { rows += self.rows(of: seat) }
        rows += others
        return Self.function + rows.joined(separator: ";\n")
    }

    private var chairman: String { "'\(seats.first { $0.role == .chairman }?.post ?? UUID())'" }

    private var campaigns: [String] {
        var rows = [
            "INSERT INTO core.sector (code, name, position) VALUES ('MX', 'Thử', 999) ON CONFLICT DO NOTHING",
            "INSERT INTO core.calendar_day (day, working, name, source) VALUES ('2019-01-01', false, 'Thử', 'x') ON CONFLICT DO NOTHING",
            """
            INSERT INTO core.tenant_succession (predecessor_id, successor_id, effective_on, document)
            VALUES ('\(place(closedSlug).tenant)', '\(foreign.tenant)', '2023-06-20', 'x')
            """,
        ]
        for (index, id) in [launched, launchedLater, unlaunched].enumerated() {
            rows.append(
                """
                INSERT INTO core.campaign (id, code, name, signed_on, first_day, last_day, launch_deadline, first_tier, document, checksum, recorded_on)
                VALUES ('\(id)', 'MX\(index)', 'Phong trào thử', '2023-01-01', '2023-01-02', '2023-12-31', '2023-05-01', '{department:,district:}',
                    $plan$\(Self.plan("MX\(index)"))$plan$, 'x', '2023-01-01')
                """)
            rows.append(
                """
                INSERT INTO core.campaign_content (campaign_id, code, title, position)
                VALUES ('\(id)', 'MX', 'Nội dung', 1), ('\(id)', 'MY', 'Nội dung', 2)
                """)
            for held in reviews where held.campaign == id {
                rows.append(
                    """
                    INSERT INTO core.review (id, campaign_id, kind, held_on, settle_days, settle_until, opened_by, opened_on)
                    VALUES ('\(held.id)', '\(id)', '\(held.kind)', '\(held.day)', \(held.settleDays), '\(held.day)', \(chairman), '\(held.openedOn)')
                    """)
            }
            if id != unlaunched {
                rows.append(
                    """
                    INSERT INTO core.campaign_launch (campaign_id, document_number, launched_on, signed_on, first_day, last_day, launch_deadline, first_tier, launched_by, recorded_on)
                    VALUES ('\(id)', '1/KH', '2023-01-02', '2023-01-01', '2023-01-02', '2023-12-31', '2023-05-01', '{department:,district:}', \(chairman), '2023-01-02')
                    """)
            }
        }
        return rows
    }

    private var reviews: [(id: UUID, campaign: UUID, kind: String, day: String, settleDays: Int, openedOn: String)] {
        [
            (review, launched, "interim", "2023-06-19", 20, "2023-06-20"),
            (settledReview, launchedLater, "interim", "2023-05-01", 1, "2023-05-02"),
            (reviewOfLines, unlaunched, "interim", "2023-06-19", 20, "2023-06-20"),
            (frozenReview, unlaunched, "final", "2023-05-01", 1, "2023-05-02"),
        ]
    }

    /// A whole plan, so that whoever may read it reads it.
    private static func plan(_ code: String) -> String {
        (try? Plans.shipped(code)).flatMap { try? $0.document }.map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    private func rows(of place: Place) -> [String] {
        let t = place.tenant
        var rows = [
            item(place.order, in: place, unit: .root, assigner: office.tenant, post: t, handedOn: false),
            item(place.fresh, in: place, unit: .root, assigner: office.tenant, post: t, handedOn: false),
            item(place.judged, in: place, unit: .root, assigner: office.tenant, post: t, handedOn: false),
            item(place.late, in: place, unit: .root, assigner: office.tenant, post: t, handedOn: false, due: "2023-05-31"),
            """
            INSERT INTO core.directive (id, tenant_id, type, number, issued_on, issuer, abstract, recorded_by, recorded_on)
            VALUES ('\(place.directive)', '\(t)', 'CV', '1', '2023-01-01', 'x', 'x', \(chairman), '2023-01-01'),
                ('\(place.bareDirective)', '\(t)', 'CV', '2', '2023-01-01', 'x', 'x', \(chairman), '2023-01-01')
            """,
            """
            INSERT INTO core.directive_file (directive_id, file_name, media_type, sha256, content, recorded_by)
            VALUES ('\(place.directive)', 'x.pdf', 'application/pdf', sha256('x'), 'x', \(chairman))
            """,
            """
            INSERT INTO core.job (id, kind, tenant_id, subject_id, cause, target, state)
            VALUES (gen_random_uuid(), 'launch.receive', '\(t)', '\(launched)', 'launch:' || '\(launched)'::uuid, '\(place.slug)', 'done')
            ON CONFLICT DO NOTHING
            """,
            """
            INSERT INTO core.inbox (tenant_id, cause, target) VALUES ('\(t)', 'matrix', '\(place.slug)')
            """,
            """
            INSERT INTO core.webhook (id, tenant_id, url, secret, ended_at) VALUES (gen_random_uuid(), '\(t)', 'https://x.example', sha256('x'), now())
            """,
            """
            INSERT INTO core.person_before (person_id, version, tenant_id, full_name, kind, valid_from, valid_to)
            VALUES ('\(place.spare)', 99, '\(t)', 'x', 'can_bo', '2019-01-01', '2019-12-31')
            """,
            """
            INSERT INTO core.paper_act (id, tenant_id, signer_post_id, signer_id, signer_tenant_id, number, signed_on, abstract, recorded_by, recorded_on)
            VALUES ('\(place.paper)', '\(t)', '\(place.sparePosts[.root] ?? UUID())', '\(place.spare)', '\(t)', 'MX-1', '2023-06-01', 'x', \(chairman), '2023-06-01')
            """,
            """
            INSERT INTO core.paper_act (id, tenant_id, signer_post_id, signer_id, signer_tenant_id, number, signed_on, abstract, recorded_by, recorded_on)
            VALUES ('\(place.bareCopy)', '\(t)', '\(place.sparePosts[.root] ?? UUID())', '\(place.spare)', '\(t)', 'MX-2', '2023-06-01', 'x', \(chairman), '2023-06-01')
            """,
            """
            INSERT INTO core.paper_act_file (paper_id, file_name, media_type, sha256, content, recorded_by)
            VALUES ('\(place.paper)', 'x.pdf', 'application/pdf', sha256('x'), 'x', \(chairman))
            """,
            """
            INSERT INTO core.delegation (id, tenant_id, post_id, giver_id, delegate_post_id, delegate_id, form, scope, valid_from, valid_to, reason, given_by, recorded_on)
            SELECT '\(place.delegation)', '\(t)', '\(place.sparePosts[.root] ?? UUID())', '\(place.spare)', p.id, p.person_id, 'tl', '{launch.report}', '2023-06-20', '2023-06-30', 'x',
                '\(place.sparePosts[.root] ?? UUID())', '2023-06-20'
            FROM core.post AS p WHERE p.tenant_id = '\(t)' AND p.person_id <> '\(place.spare)' ORDER BY p.id LIMIT 1
            """,
            """
            INSERT INTO core.draft_rule (tenant_id, approval, recorded_by, recorded_on) VALUES ('\(t)', 'none', \(chairman), '2023-06-01')
            """,
            """
            INSERT INTO core.person_move (id, tenant_id, person_id, kind, last_day, reason, from_post_id, to_post_id, items, account_shut, recorded_by, recorded_on)
            VALUES (gen_random_uuid(), '\(t)', '\(place.spare)', 'moved', '2023-01-31', 'x', '\(place.sparePosts[.middle] ?? UUID())',
                '\(place.sparePosts[.root] ?? UUID())', 0, false, \(chairman), '2023-02-01')
            """,
            """
            INSERT INTO core.person_release (id, tenant_id, person_id, to_tenant_id, code_hash, document_number, recorded_by, recorded_on)
            VALUES (gen_random_uuid(), '\(t)', '\(place.spare)', '\(place.slug == foreign.slug ? office.tenant : foreign.tenant)',
                sha256(convert_to('\(place.slug)', 'UTF8')), 'x', \(chairman), '2023-02-01')
            """,
        ]
        for slot in Slot.allCases {
            let launch = place.launches[slot] ?? UUID()
            rows.append(
                """
                INSERT INTO core.launch (tenant_id, id, campaign_id, unit_id, not_before, deadline, received_on, recorded_on)
                VALUES ('\(t)', '\(launch)', '\(launched)', '\(place.unit(slot))', '2023-01-02', '2023-05-01', '2023-01-03', '2023-01-03')
                """)
            rows.append(
                """
                INSERT INTO core.launch_step (tenant_id, id, launch_id, unit_id, not_before, position, step, happened_on, recorded_by, recorded_on)
                VALUES ('\(t)', gen_random_uuid(), '\(launch)', '\(place.unit(slot))', '2023-01-02', 1, 'acknowledged', '2023-01-04', \(chairman), '2023-01-04')
                """)
        }
        for slot in Slot.allCases { rows.append(assessment(of: place, slot)) }
        for slot in Slot.allCases {
            rows.append(
                """
                INSERT INTO core.item_draft (tenant_id, id, version, unit_id, state, entered, recorded_by, recorded_on)
                VALUES ('\(t)', '\(place.itemDrafts[slot] ?? UUID())', 1, '\(place.unit(slot))', 'draft', '{}', \(chairman), '2023-02-01')
                """)
        }
        rows.append(request(on: place.order, in: place, unit: .root, assigner: office.tenant))
        rows.append(dispute(about: place.order, in: place, unit: .root, assigner: office.tenant))
        return rows + traces(of: place.order, in: place, unit: .root, assigner: office.tenant) + [
            draft(place.draft, on: place.order, in: place, unit: .root),
            """
            INSERT INTO core.draft_step (tenant_id, id, draft_id, position, step, level, remark, recorded_by, recorded_on)
            VALUES ('\(t)', gen_random_uuid(), '\(place.draft)', 9, 'forwarded', 1, 'x', \(chairman), '2023-02-01')
            """,
            item(place.selfGiven, in: place, unit: .root, assigner: t, post: t, handedOn: false),
        ]
    }

    /// What each tenant gave to the foreign one: the Office alone could, and these rows are its own but for the giver.
    private var givenAway: [String] {
        places.values.filter { $0.slug != foreign.slug }.sorted(by: { $0.slug < $1.slug }).flatMap { giver in
            [
                item(giver.givenAway, in: foreign, unit: .root, assigner: giver.tenant, post: giver.tenant, handedOn: false),
                item(giver.partGivenAway, in: foreign, unit: .root, assigner: giver.tenant, post: giver.tenant),
                request(on: giver.givenAway, in: foreign, unit: .root, assigner: giver.tenant),
                dispute(about: giver.givenAway, in: foreign, unit: .root, assigner: giver.tenant),
            ]
        }
    }

    private func rows(of seat: MatrixSeat) -> [String] {
        let own = seat.role == .system ? nil : seat.person
        let tenant = seat.place.tenant
        var rows: [String] = []
        for (slot, id) in seat.items {
            rows.append(item(id, in: seat.place, unit: slot, assigner: tenant, post: seat.post))
            rows += traces(of: id, in: seat.place, unit: slot, assigner: tenant)
            rows.append(draft(seat.drafts[slot] ?? UUID(), on: id, in: seat.place, unit: slot))
        }
        for (slot, id) in seat.waiting {
            rows.append(item(id, in: seat.place, unit: slot, assigner: tenant, post: seat.post, due: "2023-06-25"))
            rows.append(request(on: id, in: seat.place, unit: slot, assigner: tenant))
            rows.append(dispute(about: id, in: seat.place, unit: slot, assigner: tenant))
        }
        for (slot, id) in seat.fresh { rows.append(item(id, in: seat.place, unit: slot, assigner: tenant, post: seat.post)) }
        rows.append(item(seat.ownItem, in: seat.place, unit: seat.slot, assigner: tenant, post: seat.post, assignee: own))
        rows.append(item(seat.ownFresh, in: seat.place, unit: seat.slot, assigner: tenant, post: seat.post, assignee: own))
        if let delegation = seat.delegation, let scope = ProbeList.lendable(seat.role) {
            rows.append(
                """
                INSERT INTO core.delegation (id, tenant_id, post_id, giver_id, delegate_post_id, delegate_id, form, scope, valid_from, valid_to, reason, given_by, recorded_on)
                VALUES ('\(delegation)', '\(tenant)', '\(seat.post)', '\(seat.person)', '\(seat.place.sparePosts[.root] ?? UUID())', '\(seat.place.spare)', 'tl',
                    '{\(scope)}', '2023-10-01', '2023-10-02', 'x', '\(seat.post)', '2023-06-20')
                """)
        }
        rows += traces(of: seat.ownItem, in: seat.place, unit: seat.slot, assigner: tenant)
        if own != nil {
            rows += told(seat)
            let level = min(Draft.Level(seat.role)?.rawValue ?? 0, 1)
            rows.append(
                """
                INSERT INTO core.draft (tenant_id, id, kind, item_id, unit_id, happened_on, narrative, state, origin, level, reached, drafted_by, recorded_on)
                VALUES ('\(tenant)', '\(seat.ownDraft)', 'reported', '\(seat.ownItem)', '\(seat.unit)', '2023-02-01', 'x', 'drafting', \(level), \(level), \(level),
                    '\(seat.post)', '2023-02-01')
                """)
        }
        return rows
    }

    /// What the person of a seat is told, and a message that carries it and was sent.
    private func told(_ seat: MatrixSeat) -> [String] {
        let tenant = seat.place.tenant
        return [
            """
            INSERT INTO core.notice (id, tenant_id, person_id, rule, cause, item_tenant_id, item_id, giver, code, title, reason, day)
            VALUES (gen_random_uuid(), '\(tenant)', '\(seat.person)', 'due_in_7', 'matrix', '\(tenant)', '\(seat.ownItem)', 'unit', 'x', 'x', 'x', '2023-06-20')
            ON CONFLICT DO NOTHING
            """,
            """
            INSERT INTO core.message (id, tenant_id, person_id, day, sent_at)
            VALUES (gen_random_uuid(), '\(tenant)', '\(seat.person)', '2023-06-20', now()) ON CONFLICT DO NOTHING
            """,
            """
            INSERT INTO core.notice_setting (person_id, tenant_id) VALUES ('\(seat.person)', '\(tenant)') ON CONFLICT DO NOTHING
            """,
        ]
    }

    private var siblings: String { places.values.map { "'\($0.unit(.sibling))'" }.sorted().joined(separator: ", ") }

    private var others: [String] {
        mirrored + formerPosts + givenAway + signed.flatMap { rows(of: $0) } + [
            item(
                ledByAnother, in: office, unit: .root, assigner: office.tenant, post: office.tenant, handedOn: false,
                leader: office.sparePosts[.root]),
            item(coordinating, in: office, unit: .root, assigner: office.tenant, post: office.tenant, handedOn: false),
            item(foreignInside, in: foreign, unit: .middle, assigner: foreign.tenant, post: foreign.tenant),
            """
            INSERT INTO core.job (id, kind, tenant_id, subject_id, cause, target, initiator, state, fence, lease_until)
            SELECT '\(job)', 'launch.receive', '\(place("district_101").tenant)', '\(launchedLater)', 'matrix', 'matrix', post_id, 'running', 7, now() + interval '1 hour'
            FROM (SELECT '\(seats.first { $0.role == .system }?.post ?? UUID())'::uuid AS post_id) AS s
            """,
            """
            INSERT INTO core.idempotency (account_id, route, key, request_hash, status, resource)
            SELECT a.id, 'matrix', 'matrix', sha256('x'), 200, 'x' FROM core.account AS a WHERE a.username LIKE 'mx-%'
            """,
            // A post stays what it is, but for who may set triggers aside.
            "SET session_replication_role = replica",
            """
            UPDATE core.work_item SET role = 'coordinate', lead_tenant_id = '\(foreign.tenant)', lead_item_id = '\(foreign.order)'
            WHERE id = '\(coordinating)'
            """,
            // What is written anew on its day is not on another.
            """
            UPDATE core.sub_unit_version SET recorded_on = '2023-06-19'
            WHERE unit_id IN (\(siblings))
            """,
            """
            INSERT INTO core.audit_entry (epoch, xid, at, action, relation, row_key, subject, subject_id, tenant_id, actor_kind, login)
            SELECT 1, pg_current_xact_id(), now(), 'insert', 'credential', '{}'::jsonb, 'account', 'x', t.id, 'operator', 'matrix' FROM core.tenant AS t
            UNION ALL
            SELECT 1, pg_current_xact_id(), now(), 'insert', 'work_item', '{}'::jsonb, 'work_item', i.id::text, i.tenant_id, 'operator', 'order'
            FROM core.work_item AS i WHERE i.id IN ('\(foreign.order)', '\(foreignInside)')
            """,
        ] + traces(of: foreignInside, in: foreign, unit: .middle, assigner: foreign.tenant) + bareRoles + bounds + reviewed + [
            "RESET session_replication_role",
            "UPDATE core.tenant SET closed_on = '2023-06-19' WHERE slug = '\(closedSlug)'",
        ]
    }

    /// Past the guards, which would say that these are no items of the campaign and that nothing was frozen.
    private var reviewed: [String] {
        let snapshot = """
            INSERT INTO core.review_snapshot (review_id, version, head, sha256, frozen_by, settle_until, silent_units, open_disputes, open_results,
                frozen_on, frozen_at, written_in)
            VALUES ('\(frozenReview)', 1, '{"plan": {"version": 1}}', sha256('x'), \(chairman), '2023-05-03', 0, 0, 0, '2023-06-01', now(), '3')
            """
        // Its head names the plan that gives the slots.
        let plan = """
            INSERT INTO core.campaign_version (campaign_id, version, document, checksum, recorded_on)
            SELECT c.id, 1, c.document, c.checksum, c.recorded_on FROM core.campaign AS c WHERE c.id = '\(unlaunched)'
            ON CONFLICT DO NOTHING
            """
        let kept = places.values.sorted(by: { $0.slug < $1.slug })
        let awards = awardRules + kept.flatMap(awarded) + kept.flatMap(givenByParts) + consents + satIn + initiatives
        return [snapshot, plan] + kept.flatMap(reviewed) + months + kept.flatMap(monthly) + awards
            + difficulties + countedDays + oversight + goodModels + kept.flatMap(reviewEvents) + covered
    }

    private var months: [String] {
        let periods = [
            (closableMonth, launched, "2023-04", "2023-03"), (draftedMonth, launched, "2023-05", "2023-04"),
            (closedMonth, launchedLater, "2023-04", "2023-03"),
        ]
        return periods.map { id, campaign, month, before in
            """
            INSERT INTO core.report_period (id, campaign_id, month, due_on, closes_on, opened_by, opened_on, from_on, to_on, sub_unit_due_on, citation)
            VALUES ('\(id)', '\(campaign)', '\(month)-01', '\(month)-16', '\(month)-18', \(chairman), '\(month)-14', '\(before)-15', '\(month)-14',
                '\(month)-15', 'x')
            """
        } + [
            """
            INSERT INTO core.month_close (period_id, version, closed_by, head, sha256, closes_on, to_on, silent_units, earlier_open, later_closed,
                closed_on, closed_at, written_in)
            VALUES ('\(closedMonth)', 1, \(chairman), '{}', sha256('x'), '2023-04-18', '2023-04-14', 0, 0, 0, '2023-06-01', now(), '3')
            """,
            "INSERT INTO core.month_annex (period_id, version, body) VALUES ('\(closedMonth)', 1, '{}')",
        ]
    }

    private func monthly(_ place: Place) -> [String] {
        let drafts = Slot.allCases.map { slot in
            """
            INSERT INTO core.unit_return (tenant_id, period_id, unit_id, nothing, results, difficulties, explanation, drafted_by, recorded_on, to_on,
                sub_unit_due_on, due_on, is_closed, waiting, warnings)
            VALUES ('\(place.tenant)', '\(draftedMonth)', '\(place.unit(slot))', false, 'x', 'x', 'x', \(chairman), '2023-06-20', '2023-05-14', '2023-05-15',
                '2023-05-16', false, 0, '{}')
            """
        }
        return drafts
            + [Slot.root, .child].map { slot in
                """
                INSERT INTO core.unit_return (tenant_id, period_id, unit_id, nothing, results, explanation, drafted_by, recorded_on, approved_by, approved_on,
                    to_on, sub_unit_due_on, due_on, is_closed, waiting, warnings, figures)
                VALUES ('\(place.tenant)', '\(closedMonth)', '\(place.unit(slot))', false, 'x', 'x', \(chairman), '2023-06-01', \(chairman), '2023-06-01', '2023-04-14',
                    '2023-04-15', '2023-04-16', false, 0, '{}', '{}')
                """
            } + [
                """
                INSERT INTO core.month_row (tenant_id, period_id, version, position, code, body, sha256)
                VALUES ('\(place.tenant)', '\(closedMonth)', 1, 1, '\(place.slug)', '{}', sha256('{}'))
                """
            ]
    }

    private func reviewed(_ place: Place) -> [String] {
        let disputes = [(place.answeredDispute, place.order), (place.reviewDispute, place.fresh)].map { id, item in
            """
            INSERT INTO core.review_dispute (tenant_id, id, review_id, item_id, unit_id, wrong, document_number, document_on, recorded_by, recorded_on,
                settle_until, frozen, judged)
            VALUES ('\(place.tenant)', '\(id)', '\(review)', '\(item)', '\(place.tenant)', 'x', '1', '2023-06-19', \(chairman), '2023-06-20',
                '2023-07-17', false, true)
            """
        }
        let parts = Slot.allCases.enumerated().map { index, slot in
            """
            INSERT INTO core.review_part (tenant_id, review_id, version, unit_id, position, code, name, ledger, verdict, checks, sha256)
            VALUES ('\(place.tenant)', '\(frozenReview)', 1, '\(place.unit(slot))', \(index + 1), '\(place.slug)/\(slot.rawValue)', 'x', '{}', '{}', '[]',
                sha256('{}'::bytea || '\\x0a'::bytea || '{}'::bytea || '\\x0a'::bytea || '[]'::bytea))
            """
        }
        return disputes + parts + [
            """
            INSERT INTO core.review_answer (tenant_id, dispute_id, outcome, words, recorded_by, recorded_on)
            VALUES ('\(place.tenant)', '\(place.answeredDispute)', 'upheld', 'x', \(chairman), '2023-06-20')
            """,
            """
            INSERT INTO core.review_confirmation (tenant_id, review_id, recorded_by, recorded_on, settle_until, frozen)
            VALUES ('\(place.tenant)', '\(settledReview)', \(chairman), '2023-05-02', '2023-05-03', false)
            """,
            """
            UPDATE core.work_item SET campaign_id = '\(unlaunched)', content_code = 'MX', directive_id = '\(place.directive)', source_clause = 'x'
            WHERE tenant_id = '\(place.tenant)' AND id IN ('\(place.judged)', '\(place.late)')
            """,
        ]
    }

    private var bareRoles: [String] {
        seats.flatMap { seat -> [String] in
            guard seat.bare != nil || seat.hasEveryAction else { return [] }
            if seat.hasEveryAction || seat.onlyReads { return fullRole(of: seat) }
            let bare = seat.bare?.rawValue ?? ""
            return [
                "INSERT INTO core.role (code, name, reach, province_role, precedence) VALUES ('bare_\(bare)', 'x', 'tenant', '\(bare)', 998)",
                "UPDATE core.post SET role = 'bare_\(bare)' WHERE id = '\(seat.post)'",
            ]
        }
    }

    private func fullRole(of seat: MatrixSeat) -> [String] {
        let code = "full_\(seat.onlyReads ? "reading_" : "")\(seat.bare?.rawValue ?? "unit")"
        return [
            """
            INSERT INTO core.role (code, name, reach, province_role, precedence)
            VALUES ('\(code)', 'x', 'tenant', \(seat.bare.map { "'\($0.rawValue)'" } ?? "NULL"), 998)
            """,
            "INSERT INTO core.role_action (role, action) SELECT '\(code)', a.action FROM (SELECT DISTINCT action FROM core.role_action) AS a WHERE \(seat.onlyReads ? "a.action = 'province.read'" : "true")",
            "UPDATE core.post SET role = '\(code)' WHERE id = '\(seat.post)'",
        ]
    }

    /// What each unit says of itself, so that the rest may follow.
    private func assessment(of place: Place, _ slot: Slot) -> String {
        """
        INSERT INTO core.motto_step (tenant_id, id, campaign_id, review, unit_id, position, step, body, happened_on, parts, grades, recorded_by, recorded_on)
        SELECT '\(place.tenant)', gen_random_uuid(), c.id, 'final', '\(place.unit(slot))', 1, 'assessed', 'unit', '2023-06-01', p.codes,
            array_fill('met'::text, ARRAY[cardinality(p.codes)]), \(chairman), '2023-06-01'
        FROM core.campaign AS c
            CROSS JOIN LATERAL (
                SELECT array_agg(m.value ->> 'code' ORDER BY m.place) AS codes
                FROM jsonb_array_elements(c.document #> '{motto,parts}') WITH ORDINALITY AS m (value, place)
            ) AS p
        WHERE c.id = '\(launched)'
        """
    }

    private func rows(of paper: SignedPaper) -> [String] {
        [
            """
            INSERT INTO core.paper_act (id, tenant_id, signer_post_id, signer_id, signer_tenant_id, number, signed_on, abstract, recorded_by, recorded_on)
            VALUES ('\(paper.id)', '\(paper.place.tenant)', '\(paper.signer.post)', '\(paper.signer.person)', '\(paper.signer.place.tenant)', 'MX-\(paper.signer.role.rawValue)', '2023-06-01', 'x',
                \(chairman), '2023-06-01')
            """,
            """
            INSERT INTO core.paper_act_file (paper_id, file_name, media_type, sha256, content, recorded_by)
            VALUES ('\(paper.id)', 'x.pdf', 'application/pdf', sha256('x'), 'x', \(chairman))
            """,
        ]
    }

    /// Posts of one who rules, held before and held later: what was done there is not his own work today.
    private var formerPosts: [String] {
        seats.filter { $0.slot == .middle && $0.bounds == nil && $0.bare == nil }.flatMap { seat -> [String] in
            let elsewhere: (tenant: UUID, unit: UUID)
            switch (seat.role, seat.place.slug) {
            case (.unitHead, "district_101"): elsewhere = (seat.place.tenant, seat.place.unit(.sibling))
            case (.officeMonitor, _): elsewhere = (foreign.tenant, foreign.tenant)
            default: return []
            }
            return [("2023-02-01", "'2023-06-18'"), ("2023-07-01", "NULL")].map { from, to in
                """
                INSERT INTO core.post (id, person_id, tenant_id, unit_id, role, title, leader_rank, valid_from, valid_to)
                VALUES (gen_random_uuid(), '\(seat.person)', '\(elsewhere.tenant)', '\(elsewhere.unit)', 'clerk', 'x', 'direct_worker', '\(from)', \(to))
                """
            }
        }
    }

    /// Rows that bear another tenant's unit, past the foreign keys: so that a policy is asked for each of its conditions alone.
    private var mirrored: [String] {
        seats.flatMap { seat -> [String] in
            guard let id = mirrors[seat.post] else { return [] }
            let place = place(closedSlug)
            // Two seats of one unit: each has a launch of its own.
            let campaign = seat.role == .individual ? unlaunched : launchedLater
            let rows = [
                item(id, in: place, unit: .root, assigner: place.tenant, post: seat.post, handedOn: false),
                request(on: id, in: place, unit: .root, assigner: place.tenant),
                dispute(about: id, in: place, unit: .root, assigner: place.tenant),
                """
                INSERT INTO core.draft (tenant_id, id, kind, item_id, unit_id, happened_on, narrative, state, origin, level, reached, drafted_by, recorded_on)
                VALUES ('\(place.tenant)', '\(id)', 'reported', '\(id)', '\(place.unit(.root))', '2023-02-01', 'x', 'drafting', 0, 0, 0, '\(seat.post)', '2023-02-01')
                """,
            ]
            let renamed =
                ["draft", "work_item"].map { "UPDATE core.\($0) SET unit_id = '\(seat.unit)' WHERE id = '\(id)'" }
                + ["progress", "ruling", "extension_step", "evidence", "dispute_step", "occurrence", "item_source"].map {
                    "UPDATE core.\($0) SET unit_id = '\(seat.unit)' WHERE item_id = '\(id)'"
                }
                + [
                    """
                    INSERT INTO core.launch (tenant_id, id, campaign_id, unit_id, not_before, deadline, received_on, recorded_on)
                    VALUES ('\(place.tenant)', '\(id)', '\(campaign)', '\(seat.unit)', '2023-01-02', '2023-05-01', '2023-01-03', '2023-01-03')
                    """,
                    """
                    INSERT INTO core.launch_step (tenant_id, id, launch_id, unit_id, not_before, position, step, happened_on, recorded_by, recorded_on)
                    VALUES ('\(place.tenant)', gen_random_uuid(), '\(id)', '\(seat.unit)', '2023-01-02', 1, 'acknowledged', '2023-01-04', \(chairman), '2023-01-04')
                    """,
                    "UPDATE core.item_correction SET unit_id = '\(seat.unit)' WHERE id = '\(id)'",
                    "UPDATE core.work_item SET assignee_id = '\(seat.person)' WHERE id = '\(id)'",
                ]
            return rows + traces(of: id, in: place, unit: .root, assigner: place.tenant) + ["SET session_replication_role = replica"]
                + renamed
                + ["RESET session_replication_role"]
        }
    }

    /// Tokens that may do one thing only, and sessions of who stands in for another.
    private var bounds: [String] {
        seats.flatMap { seat -> [String] in
            let left = MatrixSeat.Bounds.left.rawValue
            switch seat.bounds {
            case nil: return []
            case .token: return ["UPDATE core.credential SET scopes = '{\(left)}' WHERE post_id = '\(seat.post)'"]
            case .delegation:
                let lent = UUID()
                return [
                    """
                    INSERT INTO core.delegation (id, tenant_id, post_id, giver_id, delegate_post_id, delegate_id, form, scope, valid_from, valid_to, reason, given_by, recorded_on)
                    SELECT '\(lent)', '\(seat.place.tenant)', '\(seat.post)', '\(seat.holder)', p.id, p.person_id, 'tl', '{\(left)}', '2023-06-20', '2023-06-30', 'x',
                        '\(seat.post)', '2023-06-20'
                    FROM core.post AS p WHERE p.person_id = '\(seat.person)'
                    """,
                    """
                    UPDATE core.credential SET delegation_id = '\(lent)', account_id = (SELECT a.id FROM core.account AS a WHERE a.person_id = '\(seat.person)')
                    WHERE post_id = '\(seat.post)'
                    """,
                ]
            }
        }
    }

    /// One that has come all the way up, from a post that is no seat of the stage.
    private func draft(_ id: UUID, on item: UUID, in place: Place, unit: Slot) -> String {
        """
        INSERT INTO core.draft (tenant_id, id, kind, item_id, unit_id, happened_on, narrative, state, origin, level, reached, drafted_by, recorded_on)
        VALUES ('\(place.tenant)', '\(id)', 'reported', '\(item)', '\(place.unit(unit))', '2023-02-01', 'x', 'waiting', 0, 2, 2, '\(place.sparePosts[.root] ?? UUID())', '2023-02-01')
        """
    }

    /// A report, a ruling and a change, so that each table has a row to be seen or not. The file of evidence and the report that it belongs to
    /// bear the id of the item.
    private func traces(of item: UUID, in place: Place, unit: Slot, assigner: UUID) -> [String] {
        [
            """
            INSERT INTO core.progress (tenant_id, id, item_id, unit_id, kind, evidence_on, narrative, recorded_by, recorded_on)
            VALUES ('\(place.tenant)', gen_random_uuid(), '\(item)', '\(place.unit(unit))', 'reported', '2023-02-01', 'x', \(chairman), '2023-02-01')
            """,
            """
            WITH report AS (
                INSERT INTO core.progress (tenant_id, id, item_id, unit_id, kind, evidence_on, narrative, recorded_by, recorded_on)
                VALUES ('\(place.tenant)', '\(item)', '\(item)', '\(place.unit(unit))', 'reported', '2023-02-01', 'x', \(chairman), '2023-02-01')
                RETURNING id
            ), file AS (
                INSERT INTO core.evidence (tenant_id, id, item_id, unit_id, assigner_tenant_id, report_id, report_kind, evidence_on, file_name, media_type,
                    byte_count, sha256, judged, recorded_by, recorded_on)
                SELECT '\(place.tenant)', '\(item)', '\(item)', '\(place.unit(unit))', '\(assigner)', r.id, 'reported', '2023-02-01', 'x.pdf',
                    'application/pdf', 1, sha256('x'), false, \(chairman), '2023-02-01'
                FROM report AS r
                RETURNING tenant_id, id
            )
            INSERT INTO core.evidence_chunk (tenant_id, evidence_id, position, content) SELECT f.tenant_id, f.id, 0, 'x' FROM file AS f
            """,
            """
            INSERT INTO core.ruling (tenant_id, id, item_id, unit_id, assigner_tenant_id, kind, decided_on, document_number, recorded_by, recorded_on)
            VALUES ('\(place.tenant)', gen_random_uuid(), '\(item)', '\(place.unit(unit))', '\(assigner)', 'violation', '2023-02-01', '1', \(chairman), '2023-02-01')
            """,
            """
            INSERT INTO core.work_item_change (tenant_id, item_id, version, before, reason, changed_by, recorded_on)
            SELECT i.tenant_id, i.id, 99, to_jsonb(i), 'x', \(chairman), '2023-02-01' FROM core.work_item AS i
            WHERE i.tenant_id = '\(place.tenant)' AND i.id = '\(item)'
            """,
            """
            INSERT INTO core.occurrence (tenant_id, item_id, due_on, unit_id, assigner_tenant_id, not_before, item_recorded_on, item_role, recorded_by,
                recorded_on)
            VALUES ('\(place.tenant)', '\(item)', '2023-06-25', '\(place.unit(unit))', '\(assigner)', '2023-02-01', '2023-02-01', 'lead', \(chairman),
                '2023-02-01')
            """,
            """
            INSERT INTO core.item_source (tenant_id, item_id, directive_id, clause, unit_id, assigner_tenant_id, recorded_by, recorded_on)
            VALUES ('\(place.tenant)', '\(item)', '\(place.directive)', 'x', '\(place.unit(unit))', '\(assigner)', \(chairman), '2023-02-01')
            """,
            """
            DO $$
            DECLARE
                before text := current_setting('session_replication_role');
            BEGIN
                -- One without its items, which no transaction of an officer could leave behind.
                PERFORM set_config('session_replication_role', 'replica', true);
                INSERT INTO core.item_correction (tenant_id, id, unit_id, assigner_tenant_id, kind, decided_on, document_number, reason, recorded_by,
                    recorded_on)
                VALUES ('\(place.tenant)', '\(item)', '\(place.unit(unit))', '\(assigner)', 'split', '2023-02-01', 'x', 'x', \(chairman), '2023-02-01');
                PERFORM set_config('session_replication_role', before, true);
            END
            $$
            """,
        ]
    }

    /// A request for more time that waits for its decision.
    private func request(on item: UUID, in place: Place, unit: Slot, assigner: UUID) -> String {
        """
        INSERT INTO core.extension_step (tenant_id, id, item_id, unit_id, assigner_tenant_id, position, step, happened_on, new_due_on, reason,
            recorded_by, recorded_on)
        VALUES ('\(place.tenant)', gen_random_uuid(), '\(item)', '\(place.unit(unit))', '\(assigner)', 1, 'asked', '2023-02-01', '2023-07-15', 'x',
            \(chairman), '2023-02-01')
        """
    }

    /// A dispute that waits for its answer.
    private func dispute(about item: UUID, in place: Place, unit: Slot, assigner: UUID) -> String {
        """
        INSERT INTO core.dispute_step (tenant_id, id, item_id, unit_id, assigner_tenant_id, position, step, happened_on, ground, reason,
            recorded_by, recorded_on)
        VALUES ('\(place.tenant)', gen_random_uuid(), '\(item)', '\(place.unit(unit))', '\(assigner)', 1, 'raised', '2023-02-01', 'noClearDate', 'x',
            \(chairman), '2023-02-01')
        """
    }

    private func item(
        _ id: UUID, in place: Place, unit: Slot, assigner: UUID, post: UUID, assignee: UUID? = nil, handedOn: Bool = true,
        leader: UUID? = nil, due: String = "2023-06-30"
    ) -> String {
        Self.insertItem(
            into: "core.work_item", id: id, tenant: place.tenant, unit: place.unit(unit), assigner: assigner, post: post,
            assignee: assignee,
            parent: handedOn ? place.order : nil, leader: leader, due: due, day: "2023-02-01")
    }

    static func insertItem(
        into table: String, id: UUID = UUID(), tenant: UUID, unit: UUID, assigner: UUID, post: UUID, assignee: UUID? = nil,
        parent: UUID? = nil,
        leader: UUID? = nil, unitLeader: UUID? = nil, directive: UUID? = nil, due: String = "2023-06-30", day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO \(table) (tenant_id, id, unit_id, assignee_id, parent_id, parent_due_on, code, kind, role, title, sector, completion,
            province_leader_id, unit_leader_id, directive_id, original_due_on, due_on, assigner_tenant_id, assigner_post_id, assigned_on, recorded_on)
        VALUES ('\(tenant)', '\(id)', '\(unit)', \(quoted(assignee)), \(quoted(parent)), \(parent == nil ? "NULL" : "'2023-06-30'"), 'MX-\(id)',
            'task', 'lead', 'Việc thử', 'MX', 'ketQua', \(quoted(leader)), \(quoted(unitLeader)), \(quoted(directive)), '\(due)', '\(due)',
            '\(assigner)', '\(post)', '2023-02-01', '\(day)')
        """
    }

    static func quoted(_ id: UUID?) -> String { id.map { "'\($0)'" } ?? "NULL" }

    /// Enters and tries each statement, undoing it. One answer for each: how many rows, or the SQLSTATE.
    private static let function = """
        CREATE SCHEMA matrix;
        GRANT USAGE ON SCHEMA matrix TO PUBLIC;
        -- As a routine of the owner's that the service calls before anybody is seated: a row for each that the statement touched.
        CREATE FUNCTION matrix.as_owner(statement text) RETURNS SETOF integer LANGUAGE plpgsql SECURITY DEFINER AS $$
        DECLARE
            touched integer;
        BEGIN
            EXECUTE statement;
            GET DIAGNOSTICS touched = ROW_COUNT;
            RETURN QUERY SELECT n FROM generate_series(1, touched) AS n;
        END
        $$;
        ALTER FUNCTION matrix.as_owner(text) OWNER TO thidua_owner;
        CREATE FUNCTION matrix.tries(enter text, statements text[]) RETURNS text[] LANGUAGE plpgsql AS $$
        DECLARE
            answers text[] := '{}';
            touched bigint;
            statement text;
        BEGIN
            BEGIN
                EXECUTE enter;
            EXCEPTION WHEN OTHERS THEN
                RETURN array_fill(SQLSTATE, ARRAY[cardinality(statements)]);
            END;
            FOREACH statement IN ARRAY statements LOOP
                BEGIN
                    EXECUTE statement;
                    GET DIAGNOSTICS touched = ROW_COUNT;
                    RAISE EXCEPTION USING ERRCODE = 'TDROW', MESSAGE = touched::text;
                EXCEPTION WHEN SQLSTATE 'TDROW' THEN
                    answers := answers || SQLERRM;
                WHEN OTHERS THEN
                    answers := answers || (SQLSTATE || ' ' || SQLERRM);
                END;
            END LOOP;
            RETURN answers;
        END
        $$;

        """
}
