extension Tenant {
    /// What a tenant starts with; its root unit carries the same code and names.
    public struct Opening: Sendable, Hashable {
        public var id: ID
        public var slug: Slug
        public var kind: Kind
        public var scope: Scope
        /// Nil for the province alone.
        public var parent: ID?
        public var position: Int
        public var openedOn: CivilDate
        public var code: String
        public var name: String
        public var fullName: String
        /// Of the root unit.
        public var unitKind: SubUnit.Kind
        public var legalPersonality: Bool

        public init(
            id: ID, slug: Slug, kind: Kind, scope: Scope, parent: ID?, position: Int, openedOn: CivilDate, code: String, name: String,
            fullName: String, unitKind: SubUnit.Kind, legalPersonality: Bool = true
        ) {
            self.id = id
            self.slug = slug
            self.kind = kind
            self.scope = scope
            self.parent = parent
            self.position = position
            self.openedOn = openedOn
            self.code = code
            self.name = name
            self.fullName = fullName
            self.unitKind = unitKind
            self.legalPersonality = legalPersonality
        }
    }
}
