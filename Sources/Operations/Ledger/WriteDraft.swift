public import Domain
public import Storage

/// An officer of a sub-unit drafts a report or the record of a launch for others to approve. Checked like the report itself.
public struct WriteDraft: Sendable {
    public enum Subject: Sendable {
        case progress(ReportProgress)
        case launch(RecordLaunch)
    }

    public var subject: Subject

    public init(_ subject: Subject) {
        self.subject = subject
    }

    /// - Throws: ``Problem/notAllowed`` for who may not report it either; `no-drafts-here` for a post that reports without a draft;
    ///   `invalid-input` with every field at fault, `not-found`, `draft-open` where one of the same result or launch is not done, and as
    ///   ``ReportProgress`` refuses.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Draft.ID {
        let officer = try await tx.officer()
        guard officer.mayWrite, officer.may(subject.action) else { throw Problem.notAllowed }
        guard let level = Draft.Level(officer.role), level < .unit else {
            throw Problem(
                .refused, "no-drafts-here",
                "Chức vụ này báo cáo hoặc duyệt trực tiếp, không trình dự thảo. Dự thảo do công chức, phụ trách phòng, ban, xã soạn.")
        }
        let id: Draft.ID = ids.next()
        guard try await Draft.insert(try await subject.content(in: tx), id: id, in: tx) else { throw Problem.notFound }
        return id
    }
}

/// The drafter writes a draft anew while it lies with him.
public struct ReviseDraft: Sendable {
    public var draft: Draft.ID
    /// The version that the change starts from.
    public var version: Int
    public var subject: WriteDraft.Subject

    public init(_ draft: Draft.ID, version: Int, _ subject: WriteDraft.Subject) {
        self.draft = draft
        self.version = version
        self.subject = subject
    }

    /// - Throws: as ``WriteDraft``; ``Problem/stale``, `draft-not-here`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        guard let found = try await Draft.find(draft, in: tx) else { throw Problem.notFound }
        let content = try await subject.content(in: tx)
        guard found.content.isAboutTheSame(as: content) else {
            throw Problem.invalid("$.item", "dự thảo là của việc khác; soạn dự thảo mới")
        }
        guard try await Draft.update(content, of: draft, version: version, in: tx) else {
            throw Problem.untouched(found: found.version, named: version)
        }
    }
}

extension WriteDraft.Subject {
    /// The deed that it is a draft of.
    fileprivate var action: Action {
        switch self {
        case .progress: .reportProgress
        case .launch: .reportLaunch
        }
    }

    /// What is kept, once it was checked.
    func content(in tx: borrowing TenantTransaction) async throws -> Draft.Content {
        switch self {
        case .progress(let report):
            // A draft has no place for them: they are reported by who reports for the unit.
            if report.occurrence != nil {
                throw Problem.invalid("$.occurrence", "kỳ hạn do người báo cáo của đơn vị ghi, không soạn dự thảo")
            }
            if report.delayedBy != nil {
                throw Problem.invalid("$.delayedBy", "nguyên nhân chậm do người báo cáo của đơn vị ghi, không soạn dự thảo")
            }
            let (item, statement) = try await report.checked(in: tx)
            let today = try await tx.officer().today
            return .progress(
                Draft.Report(
                    item: item.id, isResult: statement.kind == .result, evidenceOn: statement.evidenceOn ?? today,
                    milestonePercent: statement.milestonePercent, figure: statement.figure, documentNumber: statement.documentNumber,
                    documentIssuer: statement.documentIssuer, narrative: statement.narrative))
        case .launch(let record):
            let found = try await record.launch.find(in: tx)
            let today = try await tx.officer().today
            var faults = try await record.faults(of: found, in: tx)
            if record.happenedOn > today { faults.append(FieldFault("$.happenedOn", "sau ngày hôm nay (\(today.vietnamese))")) }
            if record.happenedOn < found.notBefore {
                faults.append(FieldFault("$.happenedOn", "trước ngày phát động của tỉnh (\(found.notBefore.vietnamese))"))
            }
            // A draft has no place for the paper by which a day is corrected: that is recorded by who reports for the unit.
            if let recorded = found.standing.launched?.happenedOn, recorded != record.happenedOn {
                faults.append(
                    FieldFault(
                        "$.happenedOn",
                        "đã ghi phát động ngày \(recorded.vietnamese); sửa ngày do người báo cáo của đơn vị ghi kèm lý do, văn bản, không soạn dự thảo"
                    ))
            }
            let note = VietnameseText(record.note).string
            if note.count > 2_000 { faults.append(FieldFault("$.note", "dài quá 2.000 ký tự")) }
            guard faults.isEmpty else { throw Problem.invalid(faults) }
            return .launch(
                Draft.Conference(
                    launch: found.id, happenedOn: record.happenedOn, form: record.launched, attendance: record.attendance, note: note))
        }
    }
}

extension Draft.Content {
    fileprivate func isAboutTheSame(as other: Draft.Content) -> Bool {
        switch (self, other) {
        case (.progress(let one), .progress(let two)): one.item == two.item && one.isResult == two.isResult
        case (.launch(let one), .launch(let two)): one.launch == two.launch
        default: false
        }
    }
}
