import Postgres

/// The words in which a unit reports, rules, extends and changes, and those of launches and mottos, as the acting officer reads them: his
/// own unit's as the rows have them. To a reader of the province they are empty where the item was handed on inside the unit, and where a
/// part of the unit wrote them: he sees that a step was taken, when and by which paper, and no notes (A59). The columns themselves are kept
/// from his role.
extension TenantTransaction {
    /// - Parameter row: alias of a report.
    func narrative(of row: SQL) -> SQL {
        words("core.report_narrative(\(fragment: row).tenant_id, \(fragment: row).id)", own: "\(fragment: row).narrative")
    }

    /// - Parameter row: alias of a ruling.
    func reason(ofRuling row: SQL) -> SQL {
        words("core.ruling_reason(\(fragment: row).tenant_id, \(fragment: row).id)", own: "\(fragment: row).reason")
    }

    /// - Parameter row: alias of a step of an extension.
    func reason(ofExtension row: SQL) -> SQL {
        words("core.extension_reason(\(fragment: row).tenant_id, \(fragment: row).id)", own: "\(fragment: row).reason")
    }

    /// - Parameter row: alias of a change.
    func reason(ofChange row: SQL) -> SQL {
        words(
            "core.change_reason(\(fragment: row).tenant_id, \(fragment: row).item_id, \(fragment: row).version)",
            own: "\(fragment: row).reason")
    }

    /// - Parameter row: alias of a step of a launch.
    func note(ofLaunch row: SQL) -> SQL {
        words("core.launch_note(\(fragment: row).tenant_id, \(fragment: row).id)", own: "\(fragment: row).note")
    }

    /// - Parameter row: alias of a step of a launch.
    func planText(ofLaunch row: SQL) -> SQL {
        words("core.launch_plan_text(\(fragment: row).tenant_id, \(fragment: row).id)", own: "\(fragment: row).document_text")
    }

    /// - Parameter row: alias of a step of a motto.
    func words(ofMotto row: SQL) -> SQL {
        words("core.motto_words(\(fragment: row).tenant_id, \(fragment: row).id)", own: "\(fragment: row).words")
    }

    /// - Parameter row: alias of a step of a motto.
    func remarks(ofMotto row: SQL) -> SQL {
        if case .own = scope { "\(fragment: row).remarks" } else { "core.motto_remarks(\(fragment: row).tenant_id, \(fragment: row).id)" }
    }

    private func words(_ asked: SQL, own: SQL) -> SQL {
        if case .own = scope { own } else { "coalesce(\(fragment: asked), '')" }
    }
}
