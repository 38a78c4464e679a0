import Domain
import FoundationEssentials

extension MatrixStage {
    private var keeper: String { "'\(seats.first { $0.role == .chairman }?.post ?? UUID())'" }

    /// One rule of each kind.
    var awardRules: [String] {
        [
            """
            INSERT INTO core.legal_regime (code, law, decree, circular, valid_from, valid_to, verified, source, recorded_on)
            VALUES ('mx', 'x', 'MX', 'x', '2001-01-01', '2001-12-31', true, 'x', '2023-01-01'),
                ('my', 'x', 'MY', 'x', '2000-01-01', '2000-12-31', true, 'x', '2023-01-01') ON CONFLICT DO NOTHING
            """,
            "INSERT INTO core.base_salary (valid_from, valid_to, vnd_per_month, verified, source, recorded_on) VALUES ('2001-01-01', '2001-12-31', 1, true, 'x', '2023-01-01')",
            "INSERT INTO core.base_salary (valid_from, valid_to, vnd_per_month, verified, source, recorded_on) VALUES ('2023-01-01', '2023-12-31', 1, true, 'x', '2023-01-01')",
            """
            INSERT INTO core.reward_rate (decree, form, subject, percent_of_base_salary, valid_from, verified, source, recorded_on)
            VALUES ('MX', 'provincialCertificate', 'individual', 1, '2000-01-01', true, 'x', '2023-01-01'),
                ('MX', 'departmentCommendation', 'individual', 1, '2000-01-01', true, 'x', '2023-01-01')
            """,
            "INSERT INTO core.reward_rounding (decree, unit_vnd, direction, valid_from, verified, source, recorded_on) VALUES ('MX', 1, 'nearest', '2000-01-01', true, 'x', '2023-01-01')",
            """
            INSERT INTO core.council_rule (council, form, subject, method, quorum_part, quorum_of, share_part, share_of, base, chair_must_agree, absent_may_write,
                tie, recused_leave_base, valid_from, valid_to, verified, source, recorded_on)
            VALUES ('unit', '', '', 'secret', 1, 2, 1, 2, 'allMembers', false, false, 'share', false, '2001-01-01', '2001-12-31', true, 'x', '2023-01-01')
            """,
            "INSERT INTO core.dossier_paper (track, kind, confirmed, valid_from, valid_to, verified, source, recorded_on) VALUES ('ownReview', 'proposal', false, '2001-01-01', '2001-12-31', true, 'x', '2023-01-01')",
            """
            INSERT INTO core.legal_citation (regime_code, place, position, words, verified, source, recorded_on)
            VALUES ('mx', 'decision', 1, 'x', true, 'x', '2023-01-01')
            """,
            """
            INSERT INTO core.nomination_round (id, review_id, opens_on, cut_off, guidance_number, guidance_on, opened_by, opened_on, snapshot_version)
            VALUES (gen_random_uuid(), '\(review)', '2023-06-20', '2023-07-20', 'x', '2023-06-20', \(keeper), '2023-06-20', 1)
            """,
        ]
    }

    /// Past the guards: what the tenant gives itself, and a round of it. Every unit of it gives by its rules.
    private func ofItsOwn(_ place: Place) -> [String] {
        let (t, rules, inForce) = (place.tenant, place.ownRules, UUID())
        return [
            // The head's word stands under these; it is asked for the later ones.
            """
            INSERT INTO core.own_rules (tenant_id, id, document_number, document_on, valid_from, criteria, recorded_by, recorded_on, confirmed_by,
                confirmed_on, confirmed_document)
            VALUES ('\(t)', '\(inForce)', 'w', '2023-05-01', '2023-05-01', '[{"text": "x"}]', \(keeper), '2023-05-01', \(keeper), '2023-05-02', 'x')
            """,
            """
            INSERT INTO core.own_giver (tenant_id, rules_id, unit_id, signer, budget, collectives, individuals, each_unit, form, legal_personality)
            SELECT u.tenant_id, '\(inForce)', u.id, 'x', 'x', 1, 1, false, 'departmentCommendation', true FROM core.sub_unit AS u WHERE u.tenant_id = '\(t)'
            """,
            """
            INSERT INTO core.own_rules (tenant_id, id, document_number, document_on, valid_from, criteria, recorded_by, recorded_on)
            VALUES ('\(t)', '\(rules)', 'x', '2023-06-01', '2023-06-01', '[{"text": "x"}]', \(keeper), '2023-06-01')
            """,
            """
            INSERT INTO core.own_giver (tenant_id, rules_id, unit_id, signer, budget, collectives, individuals, each_unit, form, legal_personality)
            SELECT u.tenant_id, '\(rules)', u.id, 'x', 'x', 1, 1, false, 'departmentCommendation', true FROM core.sub_unit AS u WHERE u.tenant_id = '\(t)'
            """,
            """
            INSERT INTO core.own_council_rule (tenant_id, rules_id, form, subject, method, quorum_part, quorum_of, share_part, share_of, base, chair_must_agree,
                absent_may_write, tie, recused_leave_base, source)
            VALUES ('\(t)', '\(rules)', '', '', 'secret', 1, 2, 1, 2, 'allMembers', false, false, 'share', false, 'x')
            """,
            """
            INSERT INTO core.own_round (tenant_id, id, unit_id, campaign_id, kind, opens_on, cut_off, document_number, document_on, opened_by, opened_on, rules_id,
                collectives, individuals, each_unit)
            VALUES ('\(t)', '\(place.ownRound)', '\(t)', '\(unlaunched)', 'final', '2023-06-10', '2023-06-30', 'x', '2023-06-10', \(keeper), '2023-06-10',
                '\(rules)', 1, 1, false)
            """,
            """
            INSERT INTO core.own_slot (tenant_id, dossier_id, round_id, unit_id, subject, nominee_id, taken_on, slot, slots)
            VALUES ('\(t)', '\(place.ownDossier)', '\(place.ownRound)', '\(t)', 'individual', '\(place.spare)', '2023-06-19', 1, 1)
            """,
            """
            INSERT INTO core.award_dossier (tenant_id, id, track, campaign_id, round_id, giver_id, rules_id, form, subject, unit_id, person_id, achievement,
                recorded_by, recorded_on, state, steps, submitted_on, regime_code)
            VALUES ('\(t)', '\(place.ownDossier)', 'ownReview', '\(unlaunched)', '\(place.ownRound)', '\(t)', '\(rules)', 'departmentCommendation',
                'individual', '\(t)', '\(place.spare)', 'x', \(keeper), '2023-06-19', 'putToChairman', 1, '2023-06-19', 'mx')
            """,
            """
            INSERT INTO core.award_dossier (tenant_id, id, track, campaign_id, giver_id, rules_id, form, subject, unit_id, person_id, achievement,
                recorded_by, recorded_on, state, steps)
            VALUES ('\(t)', '\(place.ownDraftedDossier)', 'ownAdHoc', '\(unlaunched)', '\(t)', '\(rules)', 'departmentCommendation', 'individual', '\(t)',
                '\(place.spare)', 'x', \(keeper), '2023-06-19', 'drafted', 0)
            """,
        ]
    }

    /// Past the guards: what each seat's person said of being named, of what his unit gives him, under the id of the seat's own item; and what bears
    /// the person and the unit of a seat elsewhere.
    var consents: [String] {
        seats.filter { $0.role != .system }.flatMap { seat -> [String] in
            let own = consent(seat.ownItem, in: seat.place, of: seat.person, at: seat.place.tenant)
            return [own] + (mirrors[seat.post].map { [consent($0, in: place(closedSlug), of: seat.person, at: seat.unit)] } ?? [])
        }
    }

    /// Past the guards: a session of his unit's council in which the person of each seat in a tree's middle sits, on two dossiers of the unit as a whole:
    /// for the province, under the id of the seat's own item as the session is, and of what the unit gives, under that of his other one. And two
    /// dossiers in which he is proposed himself.
    var satIn: [String] {
        seats.filter { $0.role != .system && $0.slot == .middle }.flatMap { seat -> [String] in
            let (id, t, rules) = (seat.ownItem, seat.place.tenant, seat.place.ownRules)
            let own = [
                """
                INSERT INTO core.award_dossier (tenant_id, id, track, campaign_id, form, subject, unit_id, person_id, achievement, recorded_by, recorded_on,
                    state, steps)
                VALUES ('\(t)', '\(id)', 'provincialAdHoc', '\(unlaunched)', 'provincialCertificate', 'individual', '\(t)', '\(seat.place.spare)', 'x',
                    \(keeper), '2023-06-19', 'drafted', 1)
                """,
                """
                INSERT INTO core.award_dossier (tenant_id, id, track, campaign_id, giver_id, rules_id, form, subject, unit_id, person_id, achievement,
                    recorded_by, recorded_on, state, steps)
                VALUES ('\(t)', '\(seat.ownFresh)', 'ownAdHoc', '\(unlaunched)', '\(t)', '\(rules)', 'departmentCommendation', 'individual', '\(t)',
                    '\(seat.place.spare)', 'x', \(keeper), '2023-06-19', 'drafted', 1)
                """,
                """
                INSERT INTO core.council_session (tenant_id, id, held_on, place, recorded_by, recorded_on)
                VALUES ('\(t)', '\(id)', '2023-06-19', 'x', \(keeper), '2023-06-19')
                """,
                """
                INSERT INTO core.session_member (tenant_id, session_id, person_id, duty, presence) VALUES ('\(t)', '\(id)', '\(seat.person)', 'chair', 'room')
                """,
            ]
            let proposed = [
                """
                INSERT INTO core.award_dossier (tenant_id, id, track, campaign_id, form, subject, unit_id, person_id, achievement, recorded_by, recorded_on,
                    state, steps)
                VALUES ('\(t)', '\(seat.ownDossier)', 'provincialAdHoc', '\(unlaunched)', 'provincialCertificate', 'individual', '\(seat.unit)',
                    '\(seat.person)', 'x', \(keeper), '2023-06-19', 'drafted', 1)
                """,
                """
                INSERT INTO core.award_dossier (tenant_id, id, track, campaign_id, giver_id, rules_id, form, subject, unit_id, person_id, achievement,
                    recorded_by, recorded_on, state, steps)
                VALUES ('\(t)', '\(seat.ownGivenDossier)', 'ownAdHoc', '\(unlaunched)', '\(t)', '\(rules)', 'departmentCommendation', 'individual', '\(t)',
                    '\(seat.person)', 'x', \(keeper), '2023-06-19', 'drafted', 1)
                """,
                """
                INSERT INTO core.dossier_document (tenant_id, id, dossier_id, kind, document_number, document_on, confirmed, recorded_by, recorded_on, state)
                SELECT '\(t)', gen_random_uuid(), d.id, 'proposal', 'x', '2023-06-19', true, \(keeper), '2023-06-19', 'drafted'
                FROM unnest(ARRAY['\(seat.ownDossier)', '\(seat.ownGivenDossier)']::uuid[]) AS d (id)
                """,
                """
                INSERT INTO core.dossier_step (tenant_id, id, dossier_id, position, step, happened_on, recorded_by, recorded_on, before, state, supplements,
                    own_dossier, late, wanting, awarded)
                SELECT '\(t)', gen_random_uuid(), d.id, 1, 'present', '2023-06-19', \(keeper), '2023-06-19', 'x', 'drafted', 0, false, false, '{}', true
                FROM unnest(ARRAY['\(seat.ownDossier)', '\(seat.ownGivenDossier)']::uuid[]) AS d (id)
                """,
            ]
            return own + proposed + [id, seat.ownFresh].enumerated().flatMap { votedOn(id, $0.element, at: $0.offset + 1, by: seat) }
        }
    }

    private func votedOn(_ session: UUID, _ dossier: UUID, at position: Int, by seat: MatrixSeat) -> [String] {
        let t = seat.place.tenant
        return [
            """
            INSERT INTO core.dossier_document (tenant_id, id, dossier_id, kind, document_number, document_on, confirmed, recorded_by, recorded_on, state)
            VALUES ('\(t)', gen_random_uuid(), '\(dossier)', 'proposal', 'x', '2023-06-19', true, \(keeper), '2023-06-19', 'drafted')
            """,
            """
            INSERT INTO core.dossier_step (tenant_id, id, dossier_id, position, step, happened_on, recorded_by, recorded_on, before, state, supplements,
                own_dossier, late, wanting, awarded)
            VALUES ('\(t)', gen_random_uuid(), '\(dossier)', 1, 'present', '2023-06-19', \(keeper), '2023-06-19', 'x', 'drafted', 0, false, false, '{}', true)
            """,
            """
            INSERT INTO core.session_dossier (tenant_id, session_id, dossier_id, dossier_tenant_id, position, method, quorum_part, quorum_of, share_part,
                share_of, base, chair_must_agree, absent_may_write, tie, recused_leave_base, source, recused)
            VALUES ('\(t)', '\(session)', '\(dossier)', '\(t)', \(position), 'secret', 1, 2, 1, 2, 'allMembers', false, false, 'share', false, 'x', '{}')
            """,
            """
            INSERT INTO core.vote_turnout (tenant_id, session_id, dossier_id, person_id, presence, method, recorded_by)
            VALUES ('\(t)', '\(session)', '\(dossier)', '\(seat.person)', 'room', 'secret', \(keeper))
            """,
            """
            INSERT INTO core.ballot_choice (tenant_id, session_id, dossier_id, choice) VALUES ('\(t)', '\(session)', '\(dossier)', 'yes')
            """,
            """
            INSERT INTO core.vote_count (tenant_id, session_id, dossier_id, members, attending, yes, no, blank, written, recused,
                recused_attending, outcome)
            VALUES ('\(t)', '\(session)', '\(dossier)', 1, 1, 1, 0, 0, 0, 0, 0, 'passed')
            """,
        ]
    }

    private func consent(_ id: UUID, in place: Place, of person: UUID, at unit: UUID) -> String {
        """
        INSERT INTO core.publicity_consent (tenant_id, id, dossier_id, consents, given_on, manner, document_number, recorded_by, recorded_on, position,
            state, nominee, unit_id, giver_id)
        VALUES ('\(place.tenant)', '\(id)', '\(id)', true, '2023-06-19', 'paper', 'x', \(keeper), '2023-06-19', 1, 'drafted', '\(person)', '\(unit)',
            '\(place.tenant)')
        """
    }

    /// Past the guards: what followed decisions that the tenant took by its own authority, and such of each of its units.
    private func afterItsOwn(_ place: Place) -> [String] {
        let t = place.tenant
        let dossiers = [
            (place.ownSignedDossier, "decided"), (place.ownIssuedDossier, "issued"), (place.ownRevokedDossier, "revoked"),
        ].map { id, state in
            """
            INSERT INTO core.award_dossier (tenant_id, id, track, campaign_id, giver_id, rules_id, form, subject, unit_id, person_id, achievement,
                recorded_by, recorded_on, state, steps, submitted_on, regime_code)
            VALUES ('\(t)', '\(id)', 'ownAdHoc', '\(unlaunched)', '\(t)', '\(place.ownRules)', 'departmentCommendation', 'individual', '\(t)',
                '\(place.spare)', 'x', \(keeper), '2023-06-19', '\(state)', 1, '2023-06-19', 'mx')
            """
        }
        let awards = [place.ownIssuedDossier, place.ownRevokedDossier].map { dossier in
            """
            INSERT INTO core.award (tenant_id, id, decision_id, dossier_tenant_id, dossier_id, printed_name, recorded_by, recorded_on, state, form, subject,
                regime_code, decree, percent, base_salary, rounding_unit, rounding, reward, budget)
            VALUES ('\(t)', gen_random_uuid(), '\(place.ownRules)', '\(t)', '\(dossier)', 'x', \(keeper), '2023-06-19', 'decided',
                'departmentCommendation', 'individual', 'mx', 'x', 1, 1, 1, 'nearest', 100, 'x')
            """
        }
        var followed = [(place.ownRevokedDossier, t), (UUID(), t)]
        for unit in Set(place.units.values) where unit != t { followed.append((UUID(), unit)) }
        let rows = followed.flatMap { dossier, giver in
            [
                """
                INSERT INTO core.award_amendment (id, tenant_id, dossier_tenant_id, dossier_id, kind, number, signed_on, signer, facts, recorded_by,
                    recorded_on, state, proposal_id, ground, giver_id)
                VALUES (gen_random_uuid(), '\(t)', '\(t)', '\(dossier)', 'revoke', 'x', '2023-06-19', 'x', 'x', \(keeper), '2023-06-19', 'revoked',
                    gen_random_uuid(), 'forgedPapers', '\(giver)')
                """,
                """
                INSERT INTO core.revocation_proposal (id, tenant_id, dossier_id, ground, facts, document_number, document_on, recorded_by, recorded_on, state,
                    giver_id)
                VALUES (gen_random_uuid(), '\(t)', '\(dossier)', 'forgedPapers', 'x', 'x', '2023-06-19', \(keeper), '2023-06-19', 'decided', '\(giver)')
                """,
                """
                INSERT INTO core.reward_recovery (id, tenant_id, dossier_id, kind, amount, happened_on, document_number, recorded_by, recorded_on, due,
                    revoked_on, giver_id, fund)
                VALUES (gen_random_uuid(), '\(t)', '\(dossier)', 'payment', 1, '2023-06-19', 'x', \(keeper), '2023-06-19', 100, '2023-06-19', '\(giver)',
                    'x')
                """,
                """
                INSERT INTO core.certificate_copy (id, tenant_id, dossier_id, kind, reason, request_number, request_on, issued_on, recorded_by, recorded_on,
                    award_id, state, giver_id)
                VALUES (gen_random_uuid(), '\(t)', '\(dossier)', 'lost', 'x', 'x', '2023-06-19', '2023-06-19', \(keeper), '2023-06-19',
                    gen_random_uuid(), 'issued', '\(giver)')
                """,
            ] + heldAgainst(place, dossier, giver)
        }
        let proposed = """
            INSERT INTO core.revocation_proposal (id, tenant_id, dossier_id, ground, facts, document_number, document_on, recorded_by, recorded_on, state,
                giver_id)
            VALUES (gen_random_uuid(), '\(t)', '\(place.ownSignedDossier)', 'forgedPapers', 'x', 'x', '2023-06-19', \(keeper), '2023-06-19', 'decided', '\(t)')
            """
        return dossiers + awards + rows + [proposed]
    }

    /// Past the guards: what is asked and said about an award that one of the tenant's units gave, and where it is handed over.
    private func heldAgainst(_ place: Place, _ dossier: UUID, _ giver: UUID) -> [String] {
        let t = place.tenant
        let event = giver == t ? place.ownPresentation : UUID()
        let petition = dossier == place.ownRevokedDossier ? place.ownPetition : UUID()
        return [
            """
            INSERT INTO core.dossier_opinion (id, tenant_id, dossier_id, body, question, document_number, due_on, recorded_by, recorded_on, state, giver_id)
            VALUES (gen_random_uuid(), '\(t)', '\(dossier)', 'x', 'x', 'x', '2023-06-30', \(keeper), '2023-06-19', 'received', '\(giver)')
            """,
            """
            INSERT INTO core.presentation (id, tenant_id, giver_id, name, place, held_on, chair, recorded_by, recorded_on)
            VALUES ('\(event)', '\(t)', '\(giver)', 'x', 'x', '2023-06-19', 'x', \(keeper), '2023-06-19') ON CONFLICT DO NOTHING
            """,
            """
            INSERT INTO core.presentation_awardee (presentation_id, position, tenant_id, dossier_id, receiver, presenter, recorded_by, recorded_on, state,
                is_open, giver_id)
            SELECT '\(event)', 1 + count(*), '\(t)', '\(dossier)', 'x', 'x', \(keeper), '2023-06-19', 'issued', true, '\(giver)'
            FROM core.presentation_awardee AS w WHERE w.presentation_id = '\(event)'
            """,
            """
            INSERT INTO core.petition (id, tenant_id, campaign_id, kind, words, recorded_by, recorded_on, term_days, term_source, due_on, giver_id)
            VALUES ('\(petition)', '\(t)', '\(unlaunched)', 'petition', 'x', \(keeper), '2023-06-19', 10, 'x', '2023-07-03', '\(giver)')
            """,
        ] + (giver == t ? filed(place) : [])
    }

    /// By each part of the unit on what the unit gives; and of an open unit some that is answered already: whoever touches those of another is found out.
    private func filed(_ place: Place) -> [String] {
        let t = place.tenant
        var rows = Set(place.units.values).filter { $0 != t }.map { unit in
            """
            INSERT INTO core.petition (id, tenant_id, unit_id, campaign_id, kind, words, recorded_by, recorded_on, term_days, term_source, due_on, giver_id)
            VALUES (gen_random_uuid(), '\(t)', '\(unit)', '\(unlaunched)', 'petition', 'x', \(keeper), '2023-06-19', 10, 'x', '2023-07-03', '\(t)')
            """
        }
        guard !place.isClosed else { return rows }
        rows += [
            """
            INSERT INTO core.petition (id, tenant_id, campaign_id, kind, words, recorded_by, recorded_on, term_days, term_source, due_on, giver_id,
                answered_on, outcome, answer, answer_number)
            VALUES (gen_random_uuid(), '\(t)', '\(unlaunched)', 'petition', 'x', \(keeper), '2023-06-19', 10, 'x', '2023-07-03', '\(t)', '2023-06-19',
                'upheld', 'x', 'x')
            """,
            """
            INSERT INTO core.dossier_opinion (id, tenant_id, dossier_id, body, question, document_number, due_on, recorded_by, recorded_on, state, giver_id,
                answered_on, answer, answer_number, agrees)
            VALUES (gen_random_uuid(), '\(t)', gen_random_uuid(), 'x', 'x', 'x', '2023-06-30', \(keeper), '2023-06-19', 'received', '\(t)', '2023-06-19',
                'x', 'x', true)
            """,
        ]
        return rows
    }

    /// Past the guards: three dossiers, what they have, a session of the unit's council, and an award.
    func awarded(_ place: Place) -> [String] {
        let t = place.tenant
        let strayed = (place.slug == office.slug ? provincePlace : office).submittedDossier
        let dossiers = [
            (place.draftedDossier, "drafted", "NULL", "NULL"), (place.submittedDossier, "received", "'2023-06-19'", "'mx'"),
            (place.signedDossier, "decided", "'2023-06-19'", "'mx'"), (place.issuedDossier, "issued", "'2023-06-19'", "'mx'"),
            (place.revokedDossier, "revoked", "'2023-06-19'", "'mx'"),
        ].map { id, state, submitted, regime in
            """
            INSERT INTO core.award_dossier (tenant_id, id, track, campaign_id, review_id, form, subject, unit_id, person_id, achievement, recorded_by,
                recorded_on, state, steps, submitted_on, regime_code)
            VALUES ('\(t)', '\(id)', 'provincialReview', '\(unlaunched)', '\(frozenReview)', 'provincialCertificate', 'individual', '\(t)', '\(place.spare)',
                'x', \(keeper), '2023-06-19', '\(state)', 1, \(submitted), \(regime))
            """
        }
        return dossiers + ofItsOwn(place) + afterItsOwn(place) + [
            """
            INSERT INTO core.dossier_document (tenant_id, id, dossier_id, kind, document_number, document_on, confirmed, recorded_by, recorded_on, state)
            SELECT '\(t)', gen_random_uuid(), d.id, 'proposal', 'x', '2023-06-19', true, \(keeper), '2023-06-19', 'drafted'
            FROM core.award_dossier AS d WHERE d.tenant_id = '\(t)'
            """,
            """
            INSERT INTO core.dossier_step (tenant_id, id, dossier_id, position, step, happened_on, recorded_by, recorded_on, before, state, supplements,
                own_dossier, late, wanting, awarded)
            SELECT '\(t)', gen_random_uuid(), d.id, 1, 'present', '2023-06-19', \(keeper), '2023-06-19', 'x', d.state, 0, false, false, '{}', true
            FROM core.award_dossier AS d WHERE d.tenant_id = '\(t)'
            """,
            """
            INSERT INTO core.dossier_regime (tenant_id, id, dossier_id, regime_code, reason, recorded_by, recorded_on, state, before)
            VALUES ('\(t)', gen_random_uuid(), '\(place.submittedDossier)', 'mx', 'x', \(keeper), '2023-06-19', 'received', 'my'),
                ('\(t)', gen_random_uuid(), '\(place.draftedDossier)', 'mx', 'x', \(keeper), '2023-06-19', 'received', 'my'),
                ('\(t)', gen_random_uuid(), '\(strayed)', 'mx', 'x', \(keeper), '2023-06-19', 'received', 'my')
            """,
            // No key would let these come about: they bear the id of another tenant's dossier.
            """
            INSERT INTO core.dossier_document (tenant_id, id, dossier_id, kind, document_number, document_on, confirmed, recorded_by, recorded_on, state)
            VALUES ('\(t)', gen_random_uuid(), '\(strayed)', 'proposal', 'x', '2023-06-19', true, \(keeper), '2023-06-19', 'drafted')
            """,
            """
            INSERT INTO core.dossier_step (tenant_id, id, dossier_id, position, step, happened_on, recorded_by, recorded_on, before, state, supplements,
                own_dossier, late, wanting, awarded)
            VALUES ('\(t)', gen_random_uuid(), '\(strayed)', 1, 'present', '2023-06-19', \(keeper), '2023-06-19', 'x', 'drafted', 0, false, false, '{}', true)
            """,
            """
            INSERT INTO core.nomination_quota (review_id, unit_id, tenant_id, snapshot_version, verdict, slots)
            VALUES ('\(frozenReview)', '\(t)', '\(t)', 1, 'pass', 2)
            """,
            """
            INSERT INTO core.nomination_slot (dossier_id, review_id, unit_id, tenant_id, person_id, nominee_id, taken_on, slot, slots)
            VALUES ('\(place.submittedDossier)', '\(frozenReview)', '\(t)', '\(t)', '\(place.spare)', '\(place.spare)', '2023-06-19', 1, 2)
            """,
            """
            INSERT INTO core.integrity_hold (id, tenant_id, unit_id, document_number, document_issuer, valid_from, recorded_by, recorded_on)
            VALUES (gen_random_uuid(), '\(t)', '\(place.unit(.child))', 'x', 'x', '2023-06-19', \(keeper), '2023-06-19')
            """,
            """
            INSERT INTO core.council_member (id, tenant_id, person_id, duty, valid_from, valid_to, document_number, recorded_by, recorded_on)
            VALUES (gen_random_uuid(), '\(t)', '\(place.spare)', 'member', '2021-01-01', '2021-12-31', 'x', \(keeper), '2021-01-01')
            """,
            // Whose term goes on.
            """
            INSERT INTO core.council_member (id, tenant_id, person_id, duty, valid_from, document_number, recorded_by, recorded_on)
            SELECT gen_random_uuid(), n.tenant_id, n.id, 'member', '2022-01-01', 'x', \(keeper), '2022-01-01'
            FROM core.person AS n WHERE n.tenant_id = '\(t)' AND n.id <> '\(place.spare)' ORDER BY n.id LIMIT 1
            """,
            """
            INSERT INTO core.council_session (tenant_id, id, held_on, place, recorded_by, recorded_on, closed_at, closed_by, minutes, sealed)
            VALUES ('\(t)', '\(place.passingSession)', '2023-06-19', 'x', \(keeper), '2023-06-19', now(), \(keeper), 1, sha256('x'))
            """,
            """
            INSERT INTO core.session_member (tenant_id, session_id, person_id, duty, presence)
            VALUES ('\(t)', '\(place.passingSession)', '\(place.spare)', 'chair', 'room')
            """,
            """
            INSERT INTO core.session_dossier (tenant_id, session_id, dossier_id, dossier_tenant_id, position, method, quorum_part, quorum_of, share_part, share_of,
                base, chair_must_agree, absent_may_write, tie, recused_leave_base, source, recused)
            VALUES ('\(t)', '\(place.passingSession)', '\(place.draftedDossier)', '\(t)', 1, 'secret', 1, 2, 1, 2, 'allMembers', false, false, 'share', false, 'x', '{}')
            """,
            """
            INSERT INTO core.council_session (tenant_id, id, held_on, place, recorded_by, recorded_on)
            VALUES ('\(t)', '\(place.openSession)', '2023-06-19', 'x', \(keeper), '2023-06-19')
            """,
            """
            INSERT INTO core.session_member (tenant_id, session_id, person_id, duty, presence)
            VALUES ('\(t)', '\(place.openSession)', '\(place.spare)', 'chair', 'room')
            """,
            """
            INSERT INTO core.session_dossier (tenant_id, session_id, dossier_id, dossier_tenant_id, position, method, quorum_part, quorum_of, share_part, share_of,
                base, chair_must_agree, absent_may_write, tie, recused_leave_base, source, recused)
            VALUES ('\(t)', '\(place.openSession)', '\(place.draftedDossier)', '\(t)', 1, 'secret', 1, 2, 1, 2, 'allMembers', false, false, 'share', false, 'x', '{}')
            """,
            """
            INSERT INTO core.ballot_choice (tenant_id, session_id, dossier_id, choice)
            VALUES ('\(t)', '\(place.openSession)', '\(place.draftedDossier)', 'no')
            """,
            """
            INSERT INTO core.vote_turnout (tenant_id, session_id, dossier_id, person_id, presence, method, recorded_by)
            VALUES ('\(t)', '\(place.passingSession)', '\(place.draftedDossier)', '\(place.spare)', 'room', 'secret', \(keeper))
            """,
            """
            INSERT INTO core.ballot_choice (tenant_id, session_id, dossier_id, choice)
            VALUES ('\(t)', '\(place.passingSession)', '\(place.draftedDossier)', 'yes')
            """,
            """
            INSERT INTO core.vote_count (tenant_id, session_id, dossier_id, members, attending, yes, no, blank, written, recused,
                recused_attending, outcome)
            VALUES ('\(t)', '\(place.passingSession)', '\(place.draftedDossier)', 1, 1, 1, 0, 0, 0, 0, 0, 'passed')
            """,
            """
            INSERT INTO core.name_confirmation (id, tenant_id, dossier_id, party, printed_name, printed_post, document_number, recorded_by, recorded_on,
                state, nominee)
            VALUES ('\(place.submittedDossier)', '\(t)', '\(place.submittedDossier)', 'nominee', 'x', 'x', '1', \(keeper), '2023-06-19', 'received', '\(place.spare)')
            """,
            """
            INSERT INTO core.publicity_consent (tenant_id, id, dossier_id, consents, given_on, manner, document_number, recorded_by, recorded_on, position,
                state, nominee, unit_id, giver_id)
            VALUES ('\(t)', '\(place.submittedDossier)', '\(place.submittedDossier)', true, '2023-06-19', 'paper', 'x', \(keeper), '2023-06-19', 1,
                    'received', '\(place.spare)', '\(t)', NULL),
                ('\(t)', '\(place.ownDossier)', '\(place.ownDossier)', true, '2023-06-19', 'paper', 'x', \(keeper), '2023-06-19', 1, 'putToChairman',
                    '\(place.spare)', '\(t)', '\(t)')
            """,
            // A file of each: minutes, a decision, papers, a consent, a name. Of initiatives: MatrixStage+Initiatives.
            """
            INSERT INTO core.award_file (tenant_id, id, session_id, decision_id, document_id, consent_id, name_id, file_name, media_type, byte_count, sha256,
                recorded_by, recorded_on, in_time, same_owner)
            SELECT '\(t)', gen_random_uuid(), o.session_id, o.decision_id, o.document_id, o.consent_id, o.name_id, 'x.pdf', 'application/pdf', 1,
                CASE WHEN o.decision_id IS NOT NULL THEN sha256('y') WHEN o.name_id IS NOT NULL THEN sha256('z') ELSE sha256('x') END, \(keeper), '2023-06-19', true, true
            FROM (
                SELECT '\(place.passingSession)'::uuid, NULL::uuid, NULL::uuid, NULL::uuid, NULL::uuid
                UNION ALL SELECT NULL, '\(place.passingSession)', NULL, NULL, NULL
                UNION ALL SELECT NULL, NULL, NULL, '\(place.submittedDossier)', NULL
                UNION ALL SELECT NULL, NULL, NULL, NULL, '\(place.submittedDossier)'
                UNION ALL SELECT NULL, NULL, x.id, NULL, NULL FROM core.dossier_document AS x
                WHERE x.tenant_id = '\(t)' AND x.dossier_id IN ('\(place.submittedDossier)', '\(place.draftedDossier)')
            ) AS o (session_id, decision_id, document_id, consent_id, name_id)
            """,
            """
            INSERT INTO core.award_chunk (tenant_id, file_id, position, content)
            SELECT f.tenant_id, f.id, 0, 'x' FROM core.award_file AS f WHERE f.tenant_id = '\(t)'
            """,
            """
            INSERT INTO core.paper_template (id, tenant_id, kind, valid_from, file_name, recorded_by, recorded_on)
            VALUES (gen_random_uuid(), '\(t)', 'proposal', '2023-06-19', 'MX', \(keeper), '2023-06-19')
            """,
            """
            INSERT INTO core.earlier_award (id, tenant_id, unit_id, person_id, awarded_name, form, issuer, decision_number, decision_on, recorded_by, recorded_on)
            VALUES (gen_random_uuid(), '\(t)', '\(t)', '\(place.spare)', 'x', 'x', 'x', 'MX', '2022-06-19', \(keeper), '2023-06-19')
            """,
            // Of one deed in every place, so that each is flagged beside the others.
            """
            INSERT INTO core.achievement_claim (dossier_id, tenant_id, decider_id, unit_id, person_id, nominee_id, achievement, claimed_on)
            VALUES ('\(place.submittedDossier)', '\(t)', '\(t)', '\(t)', '\(place.spare)', '\(place.spare)', 'deed mx', '2023-06-19')
            """,
            """
            INSERT INTO core.achievement_ruling (id, tenant_id, dossier_id, other_kind, other_id, ruling, reason, recorded_by, recorded_on, is_flagged)
            VALUES (gen_random_uuid(), '\(t)', '\(place.submittedDossier)', 'dossier', gen_random_uuid(), 'another', 'x', \(keeper), '2023-06-19', true)
            """,
            """
            INSERT INTO core.award_letter (id, review_id, tenant_id, unit_id, declined, note, signed_on, signer, recorded_by, recorded_on, has_share, awarded)
            VALUES (gen_random_uuid(), '\(frozenReview)', '\(t)', '\(t)', true, 'x', '2023-06-19', 'x', \(keeper), '2023-06-19', true, true)
            """,
            """
            INSERT INTO core.award_decision (tenant_id, id, type, number, signed_on, signer, recorded_by, recorded_on)
            VALUES ('\(t)', '\(place.passingSession)', 'QĐ', 'MX', '2023-06-19', 'x', \(keeper), '2023-06-19')
            """,
            """
            INSERT INTO core.award (tenant_id, id, decision_id, dossier_tenant_id, dossier_id, printed_name, recorded_by, recorded_on, state, form, subject,
                regime_code, decree, percent, base_salary, rounding_unit, rounding, reward, name_reason)
            VALUES ('\(t)', gen_random_uuid(), '\(place.passingSession)', '\(t)', '\(place.submittedDossier)', 'x', \(keeper), '2023-06-19', 'decided',
                'provincialCertificate', 'individual', 'mx', 'x', 1, 1, 1, 'nearest', 1, 'x')
            """,
            """
            INSERT INTO core.register_entry (tenant_id, kind, year, number, subject_id, recorded_on)
            VALUES ('\(t)', 'councilMinutes', 2021, 1, '\(place.passingSession)', '2023-06-19')
            """,
        ] + afterwards(place)
    }

    /// Past the guards: what followed a decision, of each kind.
    private func afterwards(_ place: Place) -> [String] {
        let (t, province) = (place.tenant, provincePlace.tenant)
        return [
            """
            INSERT INTO core.award (tenant_id, id, decision_id, dossier_tenant_id, dossier_id, printed_name, recorded_by, recorded_on, state, form, subject,
                regime_code, decree, percent, base_salary, rounding_unit, rounding, reward, name_reason)
            SELECT '\(province)', gen_random_uuid(), '\(provincePlace.passingSession)', '\(t)', d.id, 'x', \(keeper), '2023-06-19', 'decided',
                'provincialCertificate', 'individual', 'mx', 'x', 1, 1, 1, 'nearest', 100, 'x'
            FROM unnest(ARRAY['\(place.issuedDossier)', '\(place.revokedDossier)']::uuid[]) AS d (id)
            """,
            """
            INSERT INTO core.revocation_proposal (id, tenant_id, dossier_id, ground, facts, document_number, document_on, recorded_by, recorded_on, state)
            VALUES (gen_random_uuid(), '\(t)', '\(place.signedDossier)', 'forgedPapers', 'x', 'x', '2023-06-19', \(keeper), '2023-06-19', 'decided')
            """,
            """
            INSERT INTO core.award_amendment (id, tenant_id, dossier_tenant_id, dossier_id, kind, number, signed_on, signer, facts, wrong, right_is,
                recorded_by, recorded_on, state)
            VALUES (gen_random_uuid(), '\(t)', '\(t)', '\(place.submittedDossier)', 'correct', 'x', '2023-06-19', 'x', 'x', 'x', 'x', \(keeper),
                '2023-06-19', 'corrected')
            """,
            """
            INSERT INTO core.award_amendment (id, tenant_id, dossier_tenant_id, dossier_id, kind, number, signed_on, signer, facts, recorded_by, recorded_on,
                state, proposal_id, ground)
            VALUES (gen_random_uuid(), '\(province)', '\(t)', '\(place.revokedDossier)', 'revoke', 'x', '2023-06-19', 'x', 'x', \(keeper), '2023-06-19',
                'revoked', gen_random_uuid(), 'forgedPapers')
            """,
            """
            INSERT INTO core.reward_recovery (id, tenant_id, dossier_id, kind, amount, happened_on, document_number, recorded_by, recorded_on, due, revoked_on)
            VALUES (gen_random_uuid(), '\(t)', '\(place.revokedDossier)', 'payment', 1, '2023-06-19', 'x', \(keeper), '2023-06-19', 100, '2023-06-19')
            """,
            """
            INSERT INTO core.presentation (id, name, place, held_on, chair, recorded_by, recorded_on)
            VALUES ('\(presentation)', 'x', 'x', '2023-06-19', 'x', \(keeper), '2023-06-19') ON CONFLICT DO NOTHING
            """,
            """
            INSERT INTO core.presentation_awardee (presentation_id, position, tenant_id, dossier_id, receiver, presenter, recorded_by, recorded_on, state,
                is_open)
            SELECT '\(presentation)', 1 + count(*), '\(t)', '\(place.submittedDossier)', 'x', 'x', \(keeper), '2023-06-19', 'issued', true
            FROM core.presentation_awardee
            """,
            """
            INSERT INTO core.certificate_copy (id, tenant_id, dossier_id, kind, reason, request_number, request_on, issued_on, recorded_by, recorded_on,
                award_id, state)
            VALUES (gen_random_uuid(), '\(t)', '\(place.issuedDossier)', 'lost', 'x', 'x', '2023-06-19', '2023-06-19', \(keeper), '2023-06-19',
                gen_random_uuid(), 'issued')
            """,
            """
            INSERT INTO core.flip_ruling (id, tenant_id, dossier_id, ruling, reason, recorded_by, recorded_on, snapshot_version)
            VALUES (gen_random_uuid(), '\(t)', '\(place.submittedDossier)', 'stands', 'x', \(keeper), '2023-06-19', 1)
            """,
        ] + held(place)
    }

    /// Past the guards: what is held against the unit and its parts, what it did itself, opinions asked of its dossier, its petition.
    private func held(_ place: Place) -> [String] {
        let (t, spare) = (place.tenant, place.sparePosts[.root] ?? UUID())
        var rows: [String] = []
        var proposed: [(id: UUID, unit: UUID)] = [(place.criticism, t), (place.putCriticism, t)]
        for unit in Set(place.units.values) where unit != t { proposed.append((UUID(), unit)) }
        for (id, unit) in proposed {
            rows.append(
                """
                INSERT INTO core.criticism (id, tenant_id, unit_id, campaign_id, kind, items, words, proposed_by, proposed_on, facts, explain_by)
                VALUES ('\(id)', '\(t)', '\(unit)', '\(unlaunched)', 'reminder', ARRAY['\(place.order)']::uuid[], 'x', '\(spare)', '2023-06-01', '[1]', '2023-06-08')
                """)
        }
        for unit in Set(place.units.values).union([t]) {
            rows.append(
                """
                INSERT INTO core.handling (tenant_id, id, item_id, unit_id, kind, document_number, document_on, recorded_by, recorded_on, late)
                VALUES ('\(t)', '\(unit)', '\(place.order)', '\(unit)', 'reminder', '\(unit == t ? "HW-1" : "x")', '2023-06-19', \(keeper), '2023-06-19', true)
                """)
        }
        rows += [
            """
            INSERT INTO core.criticism_step (id, criticism_id, tenant_id, position, step, recorded_by, recorded_on, before, state, explain_by, not_before)
            VALUES (gen_random_uuid(), '\(place.putCriticism)', '\(t)', 1, 'put', '\(spare)', '2023-06-19', 'proposed', 'put', '2023-06-08', '2023-06-01')
            """,
            """
            INSERT INTO core.dossier_opinion (id, tenant_id, dossier_id, body, question, document_number, due_on, recorded_by, recorded_on, state)
            VALUES (gen_random_uuid(), '\(t)', '\(place.submittedDossier)', 'x', 'x', 'x', '2023-06-30', \(keeper), '2023-06-19', 'received')
            """,
            """
            INSERT INTO core.petition (id, tenant_id, campaign_id, dossier_id, kind, words, recorded_by, recorded_on, dossier_known, term_days, term_source, due_on)
            VALUES ('\(place.petition)', '\(t)', '\(unlaunched)', '\(place.submittedDossier)', 'petition', 'PW-1', \(keeper), '2023-06-19', true, 10, 'x',
                '2023-07-03')
            """,
            // Of a person: who is not he sees none of it.
            """
            INSERT INTO core.petition (id, tenant_id, person_id, campaign_id, kind, words, recorded_by, recorded_on, term_days, term_source, due_on)
            VALUES (gen_random_uuid(), '\(t)', '\(place.spare)', '\(unlaunched)', 'petition', 'x', '\(spare)', '2023-06-19', 10, 'x', '2023-07-03')
            """,
        ]
        return rows
    }
}
