public import Domain
public import Storage

/// What the acting officer is told, the newest first.
public struct ListNotices: Sendable {
    public var unreadOnly: Bool
    /// The last of those that were shown already.
    public var before: Notice.ID?
    public var limit: Int

    public init(unreadOnly: Bool = false, before: Notice.ID? = nil, limit: Int = 100) {
        self.unreadOnly = unreadOnly
        self.before = before
        self.limit = limit
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> [Notice] {
        try await Notice.mine(unreadOnly: unreadOnly, before: before, limit: limit, in: tx)
    }
}

/// Marks notices of the acting officer's own as read, or as not read.
public struct MarkNotices: Sendable {
    public var notices: [Notice.ID]
    public var read: Bool

    public init(_ notices: [Notice.ID], read: Bool = true) {
        self.notices = notices
        self.read = read
    }

    /// Answers how many it changed: what is not there, not his or marked so already is passed over.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Int {
        try await Notice.mark(notices, read: read, in: tx)
    }
}

/// Where the acting officer is written to, and when he is left alone.
public struct ShowNoticeSettings: Sendable {
    public init() {}

    public func perform(in tx: borrowing TenantTransaction) async throws -> NoticeSettings {
        try await NoticeSettings.mine(in: tx) ?? .initial
    }
}

/// Says where he is written to, and when he is left alone.
public struct SetNoticeSettings: Sendable {
    public var settings: NoticeSettings

    public init(_ settings: NoticeSettings) {
        self.settings = settings
    }

    /// - Throws: `invalid-input` for an address or an hour that is none.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        var check = InputCheck()
        if let email = settings.email, email.count > 200 || email.wholeMatch(of: /[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}/) == nil {
            check.fault("$.email", "không phải địa chỉ thư điện tử; nhập dạng ten@coquan.gov.vn")
        }
        for (hour, path) in [(settings.quietFrom, "$.quietFrom"), (settings.quietTo, "$.quietTo")] where !(0...23).contains(hour) {
            check.fault(path, "phải là giờ từ 0 đến 23")
        }
        try check.finish()
        try await settings.save(in: tx)
    }
}
