public import Domain
import Postgres

extension MottoFacts {
    /// What the ledger tells of each of these units, in one statement for all their items, one for what they were criticised for in the period of
    /// the review, and one for their monthly returns.
    public static func load(
        of units: [JudgedUnit], of campaign: Campaign.ID, review: Campaign.Review, at moment: LedgerMoment,
        in tx: borrowing TenantTransaction
    ) async throws -> [SubUnit.ID: MottoFacts] {
        if units.isEmpty { return [:] }
        let items = Dictionary(grouping: try await items(units, campaign, moment, in: tx), by: { $0.unit })
        let launches = try await launches(units, campaign, moment, in: tx)
        let criticisms = try await criticisms(units, campaign, review, moment, in: tx)
        let returns = Dictionary(grouping: try await monthlyReturns(units, campaign, moment, in: tx), by: { $0.unit })
        let opened = try await openings(of: units, in: tx)
        return Dictionary(
            units.map {
                var launch = launches[$0.unit]
                launch?.openedOn = opened[$0.unit]
                let facts = MottoFacts(
                    items: items[$0.unit]?.map { $0.item } ?? [], launch: launch, criticisms: criticisms[$0.unit],
                    monthlyReturns: returns[$0.unit]?.map { $0.owed } ?? [])
                return ($0.unit, facts)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Nothing of a unit of which the acting officer may not know it.
    private static func criticisms(
        _ units: [JudgedUnit], _ campaign: Campaign.ID, _ review: Campaign.Review, _ moment: LedgerMoment,
        in tx: borrowing TenantTransaction
    ) async throws -> [SubUnit.ID: [Act]] {
        let rows = try await tx.rows(
            """
            SELECT c.unit_id, c.numbers, c.signed_on
            FROM core.criticisms_counted(\(campaign), \(review.rawValue), \(units.map(\.tenant)), \(units.map(\.unit)), \(moment.asOf),
                \(moment.knownOn)) AS c
            """
        ) { row in
            let unit: SubUnit.ID = try row.next()
            let (numbers, days): ([String], [CivilDate]) = (try row.next(), try row.next())
            return (unit, zip(days, numbers).map { Act(on: $0, number: $1) })
        }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    private static func monthlyReturns(
        _ units: [JudgedUnit], _ campaign: Campaign.ID, _ moment: LedgerMoment, in tx: borrowing TenantTransaction
    ) async throws -> [(unit: SubUnit.ID, owed: MonthlyReturn)] {
        let facts = LedgerFacts(at: moment)
        return try await tx.rows(
            """
            SELECT r.unit_id, r.month, r.due_on,
                CASE WHEN \(fragment: facts.known("r.approved_on")) AND \(fragment: facts.dated("r.approved_on")) THEN r.approved_on END
            FROM core.returns_counted(\(campaign), \(units.map(\.tenant)), \(units.map(\.unit))) AS r
            WHERE \(fragment: facts.known("r.opened_on"))
            ORDER BY r.unit_id, r.month
            """
        ) { row in
            let unit: SubUnit.ID = try row.next()
            let month: CivilDate = try row.next()
            return (unit, MonthlyReturn(month: ReportMonth(month), dueOn: try row.next(), approvedOn: try row.next()))
        }
    }

    private static func items(
        _ units: [JudgedUnit], _ campaign: Campaign.ID, _ moment: LedgerMoment, in tx: borrowing TenantTransaction
    ) async throws -> [(unit: SubUnit.ID, item: Item)] {
        let facts = LedgerFacts(at: moment)
        let gathering = LedgerGathering(units: units, campaign: campaign, facts: facts, interimEnd: .earliest)
        return try await tx.rows(
            """
            SELECT i.unit_id, i.id, i.code, i.assigned_on, i.recorded_on, i.due_on, p.acknowledged_on,
                d.completed_on, coalesce(result.document_number, ''), result.recorded_on,
                coalesce(p.updated_on, '{}'), coalesce(r.returned_on, '{}'), coalesce(r.return_numbers, '{}'), coalesce(r.return_faults, '{}'),
                coalesce(r.found_on, '{}'), coalesce(r.finding_numbers, '{}'), o.due, o.completed
            FROM \(fragment: facts.items(in: tx))
                \(fragment: facts.joins(in: tx))
                LEFT JOIN \(identifier: tx.table("progress")) AS result
                    ON \(fragment: tx.within("result.tenant_id")) AND result.tenant_id = done.tenant_id AND result.item_id = done.item_id
                        AND result.id = done.report_id AND result.kind = 'result'
                LEFT JOIN (\(fragment: reports(facts, gathering, tx))) AS p ON p.tenant_id = i.tenant_id AND p.item_id = i.id
                LEFT JOIN (\(fragment: rulings(facts, gathering, tx))) AS r ON r.tenant_id = i.tenant_id AND r.item_id = i.id
                LEFT JOIN (
                    SELECT e.tenant_id, e.item_id, array_agg(e.due_on ORDER BY e.due_on) AS due,
                        array_agg(e.completed_on ORDER BY e.due_on) AS completed
                    FROM (\(fragment: facts.occurrences(where: gathering.narrowed("e.tenant_id"), in: tx))) AS e
                    GROUP BY e.tenant_id, e.item_id
                ) AS o ON o.tenant_id = i.tenant_id AND o.item_id = i.id
            WHERE \(fragment: facts.conditions(corrections: gathering.narrowed("c.tenant_id"), in: tx))
              AND \(fragment: gathering.narrowed("i.tenant_id"))
              AND \(fragment: gathering.ownItems(among: "\(units.map(\.unit))", of: "i.tenant_id", tx))
              AND i.role = 'lead'
              AND i.campaign_id = \(campaign)
              AND closed.id IS NULL
            ORDER BY i.unit_id, i.code COLLATE "C"
            """
        ) { row in
            let unit: SubUnit.ID = try row.next()
            let id: WorkItem.ID = try row.next()
            let code: String = try row.next()
            let (assignedOn, recordedOn, dueOn): (CivilDate, CivilDate, CivilDate?) = (try row.next(), try row.next(), try row.next())
            let (acknowledgedOn, doneOn): (CivilDate?, CivilDate?) = (try row.next(), try row.next())
            let (number, enteredOn): (String, CivilDate?) = (try row.next(), try row.next())
            let updatedOn: [CivilDate] = try row.next()
            let (returnedOn, returnNumbers, faults): ([CivilDate], [String], [String]) = (try row.next(), try row.next(), try row.next())
            let (foundOn, findingNumbers): ([CivilDate], [String]) = (try row.next(), try row.next())
            let returns = returnedOn.indices.map {
                Act(on: returnedOn[$0], number: returnNumbers[$0], isQuality: faults[$0] == Ruling.Fault.quality.rawValue)
            }
            let item = Item(
                id: id, code: code, assignedOn: assignedOn, recordedOn: recordedOn, dueOn: dueOn, acknowledgedOn: acknowledgedOn,
                doneOn: doneOn,
                resultNumber: number,
                resultEnteredOn: enteredOn, updatedOn: updatedOn, returns: returns,
                violations: zip(foundOn, findingNumbers).map { Act(on: $0, number: $1) },
                occurrences: try LedgerItem.Occurrence.list(row: &row))
            return (unit, item)
        }
    }

    private static func reports(_ facts: LedgerFacts, _ gathering: LedgerGathering, _ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT x.tenant_id, x.item_id, min(x.evidence_on) FILTER (WHERE x.kind = 'acknowledged') AS acknowledged_on,
            array_agg(DISTINCT x.recorded_on) FILTER (WHERE x.kind <> 'acknowledged') AS updated_on
        FROM \(identifier: tx.table("progress")) AS x
        WHERE \(fragment: tx.within("x.tenant_id"))
          AND \(fragment: gathering.narrowed("x.tenant_id"))
          AND \(fragment: facts.known("x.recorded_on"))
          AND \(fragment: facts.dated("x.evidence_on"))
        GROUP BY x.tenant_id, x.item_id
        """
    }

    private static func rulings(_ facts: LedgerFacts, _ gathering: LedgerGathering, _ tx: borrowing TenantTransaction) -> SQL {
        func acts(_ column: SQL, _ kind: SQL) -> SQL {
            "array_agg(x.\(fragment: column) ORDER BY x.decided_on, x.recorded_at, x.id) FILTER (WHERE x.kind = \(fragment: kind))"
        }
        return """
            SELECT x.tenant_id, x.item_id, \(fragment: acts("decided_on", "'returned'")) AS returned_on,
                \(fragment: acts("document_number", "'returned'")) AS return_numbers, \(fragment: acts("fault", "'returned'")) AS return_faults,
                \(fragment: acts("decided_on", "'violation'")) AS found_on, \(fragment: acts("document_number", "'violation'")) AS finding_numbers
            FROM \(identifier: tx.table("ruling")) AS x
            WHERE \(fragment: tx.within("x.tenant_id"))
              AND \(fragment: gathering.narrowed("x.tenant_id"))
              AND x.kind IN ('returned', 'violation')
              AND \(fragment: facts.known("x.recorded_on"))
              AND \(fragment: facts.dated("x.decided_on"))
            GROUP BY x.tenant_id, x.item_id
            """
    }

    /// Of what a unit recorded of its launch the last word counts, which may correct the day: as wherever the launch is told (A58).
    private static func launches(
        _ units: [JudgedUnit], _ campaign: Campaign.ID, _ moment: LedgerMoment, in tx: borrowing TenantTransaction
    ) async throws -> [SubUnit.ID: Launch] {
        let facts = LedgerFacts(at: moment)
        let rows = try await tx.rows(
            """
            SELECT u.id, c.launched_on, c.launch_deadline, s.happened_on
            FROM core.campaign_launch AS c
                CROSS JOIN unnest(\(units.map(\.tenant)), \(units.map(\.unit))) AS u (tenant_id, id)
                LEFT JOIN (
                    SELECT DISTINCT ON (l.tenant_id, l.unit_id) l.tenant_id, l.unit_id, r.happened_on
                    FROM \(identifier: tx.table("launch")) AS l
                        JOIN \(identifier: tx.table("launch_step")) AS r
                            ON \(fragment: tx.within("r.tenant_id")) AND r.tenant_id = l.tenant_id AND r.launch_id = l.id AND r.step = 'launched'
                    WHERE \(fragment: tx.within("l.tenant_id"))
                      AND l.campaign_id = \(campaign)
                      AND \(fragment: facts.known("r.recorded_on"))
                    ORDER BY l.tenant_id, l.unit_id, r.position DESC
                ) AS s ON s.tenant_id = u.tenant_id AND s.unit_id = u.id
            WHERE c.campaign_id = \(campaign)
            """
        ) { row in
            let unit: SubUnit.ID = try row.next()
            return (unit, Launch(provinceOn: try row.next(), deadline: try row.next(), unitOn: try row.next()))
        }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }
}
