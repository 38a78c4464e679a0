import Domain
import FoundationEssentials

extension ProbeList {
    /// What people are told by itself: each his own.
    func addNotices() {
        guard seat.role != .system else { return }
        askProvince(.reading(.catalogue), .province, "of what people are reminded", "SELECT FROM core.reminder_rule")
        ask(.selfService, .oneself, "own notices", "SELECT FROM core.notice WHERE person_id = core.actor_person()")
        ask(.selfService, .oneself, "mark own notices", "UPDATE core.notice SET read_at = now() WHERE person_id = core.actor_person()")
        ask(.selfService, .oneself, "own settings", "SELECT FROM core.notice_setting WHERE person_id = core.actor_person()")
        ask(
            .selfService, .oneself, "change own settings",
            "UPDATE core.notice_setting SET email = NULL WHERE person_id = core.actor_person()")
        ask(
            .selfService, .oneself, "say where one is written to",
            "INSERT INTO core.notice_setting (person_id) VALUES (core.actor_person()) ON CONFLICT (person_id) DO UPDATE SET email = NULL")
        refuse("another's notices", (.home, "SELECT FROM core.notice WHERE person_id <> core.actor_person()"))
        refuse("mark another's notices", (.home, "UPDATE core.notice SET read_at = now() WHERE person_id <> core.actor_person()"))
        refuse("another's settings", (.home, "SELECT FROM core.notice_setting WHERE person_id <> core.actor_person()"))
        refuse(
            "change another's settings", (.home, "UPDATE core.notice_setting SET email = NULL WHERE person_id <> core.actor_person()"))
        refuse("say where another is written to", (.home, "INSERT INTO core.notice_setting (person_id) VALUES ('\(place.spare)')"))
        refuse("write a notice", (.home, notice(for: "core.actor_person()", at: place)))
    }

    /// The owner for the worker: it reads and notes what it sends.
    func addMessengers() {
        for table in ["notice", "message", "notice_setting"] { owner(true, "reads \(table) for a job", "SELECT FROM core.\(table)") }
        for table in ["notice", "notice_setting"] { refuse("\(table) for a job, past the routines", (.home, "SELECT FROM core.\(table)")) }
        refuse("a notice marked for a job, past the routines", (.home, "UPDATE core.notice SET read_at = now()"))
        for table in ["remedy", "remedy_step", "difficulty", "difficulty_step"] {
            owner(true, "reads \(table) for a job", "SELECT FROM core.\(table) WHERE tenant_id = '\(place.tenant)'")
            owner(false, "reads another's \(table) for a job", "SELECT FROM core.\(table) WHERE tenant_id = '\(foreign.tenant)'")
        }
        // What its unit is asked by another; of what other units are asked nothing.
        if place.slug == "district_101" {
            let asked =
                "SELECT FROM core.initiative_confirmation WHERE asked_tenant_id = '\(place.tenant)' AND tenant_id <> '\(place.tenant)'"
            owner(true, "reads what its unit is asked, for a job", asked)
        }
        owner(
            false, "reads what another is asked, for a job",
            "SELECT FROM core.initiative_confirmation WHERE asked_tenant_id = '\(foreign.tenant)' AND tenant_id <> '\(place.tenant)'")
        owner(true, "reads another's webhooks for a job", "SELECT FROM core.webhook WHERE tenant_id = '\(foreign.tenant)'")
        owner(true, "notes that a message was sent", "UPDATE core.message SET sent_at = now()")
        owner(true, "notes which message carries a notice", "UPDATE core.notice SET digest_id = NULL")
    }

    /// The owner for whoever causes a notice, for the operator and for nobody.
    func addTellers() {
        let tells = notice(for: "'\(place.spare)'", at: place)
        let carries = """
            INSERT INTO core.message (id, tenant_id, person_id, day)
            VALUES (gen_random_uuid(), '\(place.tenant)', '\(place.spare)', '2001-01-01')
            """
        let posts =
            "INSERT INTO core.webhook (id, tenant_id, url, secret) VALUES (gen_random_uuid(), '\(place.tenant)', 'https://y.example', sha256('y'))"
        let ends = "UPDATE core.webhook SET ended_at = now()"
        for (what, statement) in [("tells", tells), ("lets a message go", carries)] {
            owner(true, what, statement)
            allow("the operator \(what)", by: .operator, statement)
            refuse("the owner \(what) for nobody", (.unseated(home), "SELECT matrix.as_owner($probe$\(statement)$probe$)"))
        }
        for (what, statement) in [("keeps a webhook", posts), ("ends webhooks", ends)] {
            owner(false, what, statement)
            allow("the operator \(what)", by: .operator, statement)
        }
        owner(false, "notes that a message was sent", "UPDATE core.message SET sent_at = now()")
        owner(false, "notes which message carries a notice", "UPDATE core.notice SET digest_id = NULL")
    }

    func reminderRule(by: String, day: String) -> String {
        """
        INSERT INTO core.reminder_rule (code, about, told, valid_from, days, words, source, recorded_by, recorded_on)
        VALUES ('due_in_7', 'item', 'doer', '2023-07-01', -10, 'x', 'x', \(by), '\(day)')
        """
    }

    private func notice(for person: String, at place: MatrixStage.Place) -> String {
        """
        INSERT INTO core.notice (id, tenant_id, person_id, rule, cause, item_tenant_id, item_id, giver, code, title, reason, day)
        VALUES (gen_random_uuid(), '\(place.tenant)', \(person), 'due_in_7', 'probe', '\(place.tenant)', gen_random_uuid(), 'unit', 'x', 'x', 'x', '2023-06-20')
        """
    }
}
