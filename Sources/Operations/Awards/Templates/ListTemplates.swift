public import Domain
public import Storage

/// The forms of an office's papers: what it replaced and when, and which papers may be replaced.
public struct ListTemplates: Sendable {
    public init() {}

    /// - Returns: every form that was recorded, by kind, the latest first; and whether the officer may replace one.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (templates: [OfficeTemplate], mayChange: Bool) {
        let officer = try await tx.officer()
        let place = TemplatePlace(officer)
        return (try await OfficeTemplate.list(of: place.tenant, in: tx), place.mayChange && officer.mayWrite)
    }

    /// Whether the officer keeps the forms and the earlier awards of where he entered.
    public static func mayKeep(in tx: borrowing TenantTransaction) async throws -> Bool {
        let officer = try await tx.officer()
        return TemplatePlace(officer).mayChange && officer.mayWrite
    }
}

/// The document of one form, as it was recorded.
public struct ReadTemplate: Sendable {
    public var template: OfficeTemplate.ID

    public init(_ template: OfficeTemplate.ID) {
        self.template = template
    }

    /// - Throws: `not-found`, also where the built-in form was taken again.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (name: String, content: [UInt8]) {
        guard let found = try await OfficeTemplate.find(template, in: tx) else { throw Problem.notFound }
        return found
    }
}
