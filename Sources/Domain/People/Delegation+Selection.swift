extension Delegation {
    /// Which delegations a list holds.
    public struct Selection: Sendable {
        /// Only those that stand on this day, revoked ones left out.
        public var inForceOn: CivilDate?
        /// In whose stead.
        public var post: Post.ID?
        /// Who acts.
        public var person: Person.ID?

        public init(inForceOn: CivilDate? = nil, post: Post.ID? = nil, person: Person.ID? = nil) {
            self.inForceOn = inForceOn
            self.post = post
            self.person = person
        }
    }
}
