public import Domain
public import FoundationEssentials
import Postgres

/// What the worker sends out of the house: a digest to a person, or one notice to a unit's webhook.
public struct Message: Sendable, Hashable {
    /// By it a receiver knows a repetition.
    public let key: UUID
    public let target: Target
    public let day: CivilDate
    public let notices: [Notice]

    public enum Target: Sendable, Hashable {
        case mail(String)
        case webhook(url: String, secret: [UInt8])
        /// The address was taken away meanwhile, or the webhook ended, or nothing of a digest is so any more.
        case nowhere
    }

    /// The message of the job that was entered for; nil once it was sent.
    public static func of(_ job: Job, in tx: borrowing TenantTransaction) async throws -> Message? {
        let found = try await tx.first("SELECT email, url, secret, day FROM core.message_target(\(job.subject))") { row in
            (
                email: try row.next(String?.self), url: try row.next(String?.self), secret: try row.next([UInt8]?.self),
                day: try row.next(CivilDate.self)
            )
        }
        guard let found else { return nil }
        let notices = try await tx.rows(
            """
            SELECT id, rule, item_tenant, item_id, remedy_id, difficulty_id, period_id, good_model_id, dossier_id, draft_id, month, campaign,
                campaign_code, giver, code, title, due_on, reason, source, day, false, giver_name
            FROM core.message_notices(\(job.subject))
            """, Notice.read)
        let target: Target =
            if notices.isEmpty {
                .nowhere
            } else if let email = found.email {
                .mail(email)
            } else if let url = found.url, let secret = found.secret {
                .webhook(url: url, secret: secret)
            } else {
                .nowhere
            }
        return Message(key: job.subject, target: target, day: found.day, notices: notices)
    }

    /// Notes that the receiver has it: from now on it is not sent again.
    public static func sent(_ job: Job, in tx: borrowing TenantTransaction) async throws {
        _ = try await tx.first("SELECT core.message_sent(\(job.subject))") { row in try row.next(Bool?.self) }
    }
}

extension WorkerDoor {
    /// Queues the reminders of the business day; false where they are queued already.
    ///
    /// - Parameter again: one more time, which tells only what is new.
    public func queueReminders(again: Bool) async throws -> Bool {
        try await query("SELECT core.reminders_queue(\(again))").only { row in try row.next() }
    }

    /// Writes the notices of the business day and their digests; answers how many notices are new.
    public func remind(_ job: Job) async throws -> Int {
        let told = try await query("SELECT core.remind(\(job.id), \(job.fence))", within: .seconds(60))
        return Int(try told.only { (row) throws in try row.next(Int32.self) })
    }
}
