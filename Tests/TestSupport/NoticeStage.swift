public import Domain
public import Foundation
import Logging
public import Operations
import Postgres
import Storage

/// What tests of notices begin with: a district of their own with items around the business day (20/6/2023), and a mailbox.
public struct NoticeStage: Sendable {
    public let province: Province
    public let district: String
    /// Where ``carrier`` puts what it sends.
    public let mailbox: URL
    private let sendmail: URL

    public init(_ province: Province) async throws {
        self.province = province
        district = try await province.freshDistrict()
        let folder = province.folder.appending(path: "mailbox-\(UUID())")
        mailbox = folder.appending(path: "new")
        sendmail = folder.appending(path: "sendmail")
        try FileManager.default.createDirectory(at: mailbox, withIntermediateDirectories: true)
        // A message is there when it is there whole.
        let script = """
            #!/bin/sh
            letter=$(mktemp '\(folder.path)/letter.XXXXXXXX') && cat > "$letter" && mv "$letter" '\(mailbox.path)/'
            """
        try Data(script.utf8).write(to: sendmail)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: sendmail.path)
    }

    /// Puts what it sends into ``mailbox``.
    public var carrier: MessageCarrier {
        MessageCarrier(
            sendmail: sendmail.path, sender: "thidua@example.vn", publicURL: "https://thidua.example", allowsPrivateWebhooks: false)
    }

    /// The same for a worker that is a process of its own.
    public var environment: [String: String] {
        [
            "THIDUA_SENDMAIL": sendmail.path, "THIDUA_MAIL_FROM": carrier.sender, "THIDUA_PUBLIC_URL": carrier.publicURL ?? "",
            "TMPDIR": sendmail.deletingLastPathComponent().path,
        ]
    }

    /// The letters that came, headers and text.
    public func letters() throws -> [Letter] {
        try FileManager.default.contentsOfDirectory(at: mailbox, includingPropertiesForKeys: nil).map { file in
            Letter(String(decoding: try Data(contentsOf: file), as: UTF8.self))
        }
    }

    public struct Letter: Sendable, Hashable {
        public let head: String
        public let text: String

        init(_ raw: String) {
            let parts = raw.split(separator: "\n\n", maxSplits: 1)
            head = String(parts.first ?? "")
            let encoded = parts.count > 1 ? parts[1].filter { !$0.isNewline } : ""
            text = String(decoding: Data(base64Encoded: encoded) ?? Data(), as: UTF8.self)
        }

        /// By which a receiver knows a repetition; empty where there is none.
        public var key: String { value(of: "ThiDua-Key") }

        public func value(of name: String) -> String {
            head.split(separator: "\n").first { $0.hasPrefix("\(name): ") }.map { String($0.dropFirst(name.count + 2)) } ?? ""
        }
    }

    /// An item that the province gave to the district as a whole.
    ///
    /// - Parameters:
    ///   - days: from the business day to the due date.
    ///   - unit: code of the district's sub-unit in which it lies instead.
    ///   - given: on which day.
    ///   - recorded: on which it came into the ledger; the same day when absent.
    public func item(_ code: String, dueIn days: Int, unit: String? = nil, given: String = "2023-01-10", recorded: String? = nil)
        async throws
    {
        let tenant = province.tenant(district)
        let place = unit.map { province.unit($0, in: district).description } ?? tenant.description
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.work_item (tenant_id, id, unit_id, code, kind, role, title, sector, completion, original_due_on, due_on, assigner_tenant_id,
                assigner_post_id, assigned_on, recorded_on)
            VALUES ('\(tenant)', core.new_id(), '\(place)', '\(code)', 'task', 'lead', 'Báo cáo \(code)', 'NV', 'ketQua', core.today() + \(days),
                core.today() + \(days), '\(province.tenant("dept_vpub"))', '\(province.post(of: .officeMonitor))', '\(given)', '\(recorded ?? given)');
            SET session_replication_role = origin;
            """)
    }

    /// The unit has reported the result of an item, which waits for its assigner from then on.
    public func reportResult(of code: String) async throws {
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.progress (tenant_id, id, item_id, unit_id, kind, evidence_on, narrative, recorded_by, recorded_on)
            SELECT i.tenant_id, core.new_id(), i.id, i.unit_id, 'result', '2023-06-19', 'x', '\(province.post(of: .unitCoordinator, in: district))',
                '2023-06-19'
            FROM core.work_item AS i WHERE i.tenant_id = '\(province.tenant(district))' AND i.code = '\(code)';
            SET session_replication_role = origin;
            """)
    }

    /// So many more people of the district, each of whom is told of something and written to, at any hour.
    public func addReaders(_ count: Int) async throws {
        let tenant = province.tenant(district)
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.person (id, tenant_id, full_name, sort_key, kind, active_from)
            SELECT core.new_id(), '\(tenant)', 'Kiểm thử ' || n, 'k', 'cong_chuc', '2020-01-01' FROM generate_series(1, \(count)) AS n;
            INSERT INTO core.notice_setting (person_id, tenant_id, email, quiet_from, quiet_to)
            SELECT p.id, p.tenant_id, 'k' || substr(p.full_name, 10) || '@huyen.example.vn', 0, 0
            FROM core.person AS p WHERE p.tenant_id = '\(tenant)' AND p.sort_key = 'k';
            INSERT INTO core.notice (id, tenant_id, person_id, rule, cause, item_tenant_id, item_id, giver, code, title, reason, day)
            SELECT core.new_id(), p.tenant_id, p.id, 'due_in_7', 'killed', p.tenant_id, core.new_id(), 'unit', 'x', p.full_name, 'x', '2023-06-20'
            FROM core.person AS p WHERE p.tenant_id = '\(tenant)' AND p.sort_key = 'k';
            SET session_replication_role = origin;
            """)
    }

    /// The keys of all messages to people of the district: nothing else may be sent.
    public func messageKeys() async throws -> Set<String> {
        let tenant = province.tenant(district)
        let keys = try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT id::text FROM core.message WHERE tenant_id = \(tenant)").decode { row in
                try row.next(String.self)
            }
        }
        return Set(keys)
    }

    /// Where the district's coordinator is written to, at any hour.
    public func writeTo(_ address: String) async throws {
        try await province.write(as: .unitCoordinator, in: district) { (tx: borrowing TenantTransaction) in
            try await SetNoticeSettings(NoticeSettings(email: address, quietFrom: 0, quietTo: 0)).perform(in: tx)
        }
    }

    /// Reminds of the business day, once more, and works off what comes of it.
    @discardableResult
    public func remind(_ pace: Worker.Pace = Worker.Pace(), carrier: MessageCarrier? = nil) async throws -> Worker.Tally {
        _ = try await QueueReminders(again: true).perform(at: province.worker)
        return try await work(pace, carrier: carrier)
    }

    @discardableResult
    public func work(_ pace: Worker.Pace = Worker.Pace(), carrier: MessageCarrier? = nil) async throws -> Worker.Tally {
        try await Worker(province.worker, pace: pace, carrier: carrier ?? self.carrier, logger: Logger(label: "tests")).runOnce()
    }

    /// How many people were told of the district's items by a rule.
    public func told(by rule: String) async throws -> Int {
        try await province.count(
            "SELECT count(*) FROM core.notice WHERE item_tenant_id = \(province.tenant(district)) AND rule = \(rule)")
    }

    /// What the district's coordinator has in his inbox.
    public func inbox(unreadOnly: Bool = false) async throws -> [Notice] {
        try await province.read(as: .unitCoordinator, in: district) { (tx: borrowing TenantTransaction) in
            try await ListNotices(unreadOnly: unreadOnly).perform(in: tx)
        }
    }
}
