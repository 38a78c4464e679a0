public import Domain
public import Storage

/// Adds the file of a signed paper to what it proves: by who may do that, while it may still be added there; of what a nominee signed also by himself. File and content are kept in one
/// transaction or not at all. A wrong file is superseded by another, for a reason, and stays.
public struct AttachAwardFile: Sendable {
    public var owner: AwardFile.Owner
    public var fileName: String
    public var file: SpooledFile
    /// The wrong one.
    public var supersedes: AwardFile.ID?
    /// Why it was wrong.
    public var reason: String

    public init(owner: AwardFile.Owner, fileName: String, file: SpooledFile, supersedes: AwardFile.ID? = nil, reason: String = "") {
        self.owner = owner
        self.fileName = fileName
        self.file = file
        self.supersedes = supersedes
        self.reason = reason
    }

    /// - Throws: `file-empty`, `file-too-large`, `file-type`, `file-cut-off`; `invalid-input`, `not-found`, `not-allowed`, `file-there`,
    ///   `file-superseded`, `file-out-of-time`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> AwardFile.ID {
        let format = try file.documentFormat()
        var check = InputCheck()
        let name = check.line(fileName, "?name", atMost: 255)
        let reason = VietnameseText(reason).string
        if reason.count > 500 { check.fault("?reason", "dài quá 500 ký tự; rút gọn lại") }
        if (supersedes == nil) != reason.isEmpty {
            check.fault("?reason", "thay tệp thì ghi lý do; không thay tệp nào thì bỏ trống")
        }
        try check.finish()
        guard let tenant = try await AwardFile.tenant(of: owner, in: tx) else { throw Problem.notFound }
        let id: AwardFile.ID = ids.next()
        let content = Evidence.Content(name: name, format: format, byteCount: file.byteCount, digest: file.digest)
        try await AwardFile.insert(content, id: id, of: owner, tenant, supersedes: supersedes.map { ($0, reason) }, in: tx)
        for (position, start) in stride(from: 0, to: file.byteCount, by: Evidence.chunkSize).enumerated() {
            let part = try file.read(start..<min(start + Evidence.chunkSize, file.byteCount))
            try await AwardFile.append(part, at: position, to: id, tenant, in: tx)
        }
        return id
    }
}
