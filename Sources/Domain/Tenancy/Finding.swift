/// Something about an installation that is not as its files say, found by `thidua doctor`.
public struct Finding: Sendable, Hashable {
    /// What it is about: `district_101.work_item`, `thidua_web`, `pg_catalog.set_config(text,text,boolean)`.
    public let subject: String
    /// What is wrong there, in Vietnamese.
    public let detail: String

    public init(_ subject: String, _ detail: String) {
        self.subject = subject
        self.detail = detail
    }
}
