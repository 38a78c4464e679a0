import Domain
import FoundationEssentials

extension ProbeList {
    /// The plan of what the media report, its kits, what was published: who plans, who sees a line, who reports.
    func addCoverage() {
        let hidden: [(String, UUID)] = [
            ("the kit of a line that was dropped", place.late), ("a kit that was withdrawn", place.criticism),
            ("a kit of an award that is not published", place.petition), ("the kit before the one that stands", place.order),
        ]
        // What each body of the province reads of them is asked of its rows as of all.
        for (what, id) in hidden { refuse(what, (.home, "SELECT FROM core.press_kit WHERE id = '\(id)'")) }
        refuse("a line that went on to another outlet", (.home, "SELECT FROM core.coverage_line WHERE id = '\(place.fresh)'"))
        let own = ["coverage_line", "press_kit", "coverage"].map { ($0, "SELECT FROM core.\($0) WHERE id = '\(place.tenant)'") }
        if seat.bare == nil {
            for (table, statement) in own { ask(.reading(.coverage), whole, table, statement) }
            ask(.action(.reportCoverage), whole, "report a publication", published(place))
            ask(.action(.reportCoverage), whole, "correct a publication", published(place, corrects: place.tenant))
        } else {
            for (table, statement) in own { refuse("\(table) of an outlet", (.home, statement)) }
            refuse("a publication", (.home, published(place)))
        }
        for target in [foreign, stage.place(stage.closedSlug)] {
            for table in ["coverage_line", "press_kit", "coverage"] {
                askAbroad(.reading(.coverage), .foreignTenant, at: target, table) { _ in
                    "SELECT FROM core.\(table) WHERE tenant_id = '\(target.tenant)'"
                }
            }
            askAbroad(.action(.reportCoverage), .foreignTenant, at: target, "report a publication") { _ in published(target) }
        }
        askProvince(.action(.keepReview), .province, "plan a line", plannedLine())
        askProvince(.action(.keepReview), .province, "change a line", plannedLine(after: foreign.tenant))
        askProvince(.action(.keepReview), .province, "approve a press kit", pressKit(foreign))
    }

    /// What nobody may: in another's name, of another day, in another body's place.
    func guardCoverage(another: String, yesterday: String) {
        for (what, by, day) in [("in another's name", another, "2023-06-20"), ("of another day", post, yesterday)] {
            refuse("a publication \(what)", (.home, published(place, by: by, day: day)))
            refuse("a planned line \(what)", (.province, plannedLine(by: by, day: day)))
            refuse("a press kit \(what)", (.province, pressKit(foreign, by: by, day: day)))
        }
        refuse("a planned line of another body", (.province, plannedLine(of: foreign.tenant)))
        refuse("a press kit of another body", (.province, pressKit(foreign, of: foreign.tenant)))
    }

    /// - Parameter line: that is changed; nil: a new one.
    func plannedLine(of body: UUID? = nil, after line: UUID? = nil, by: String? = nil, day: String = "2023-06-20") -> String {
        let id = UUID()
        return """
            INSERT INTO core.coverage_line (id, tenant_id, line_id, position, campaign_id, occasion, subject, kind, outlet_id, planned_on, reason,
                recorded_by, recorded_on)
            VALUES ('\(id)', '\(body ?? place.tenant)', '\(line ?? id)', \(line == nil ? 1 : 2), '\(stage.unlaunched)', 'launch', 'x', 'news',
                '\(stage.place("dept_bao").tenant)', '2023-06-30', 'x', \(by ?? post), '\(day)')
            """
    }

    func pressKit(_ target: MatrixStage.Place, of body: UUID? = nil, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.press_kit (id, tenant_id, line_id, position, facts, approver, approved_on, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(body ?? place.tenant)', '\(target.tenant)', 3, 'x', 'x', '2023-06-19', \(by ?? post), '\(day)')
        """
    }

    func published(
        _ target: MatrixStage.Place, corrects: UUID? = nil, by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO core.coverage (id, tenant_id, campaign_id, kind, title, published_on, link, corrects_id, reason, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(target.tenant)', '\(stage.unlaunched)', 'news', 'x', '2023-06-19', 'https://x',
            \(corrects.map { "'\($0)', 'x'" } ?? "NULL, ''"), \(by ?? post), '\(day)')
        """
    }
}
