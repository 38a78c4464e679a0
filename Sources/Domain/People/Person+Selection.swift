extension Person {
    /// Which persons a list holds.
    public struct Selection: Sendable {
        /// The business date when nil.
        public var day: CivilDate?
        public var kind: Kind?
        /// Those who hold a post at this unit on that day.
        public var unit: SubUnit.ID?
        /// Also those who had left by that day.
        public var includingEnded = false
        /// Only those who hold no post of the tenant on that day.
        public var withoutPost = false

        public init(
            on day: CivilDate? = nil, kind: Kind? = nil, unit: SubUnit.ID? = nil, includingEnded: Bool = false, withoutPost: Bool = false
        ) {
            self.day = day
            self.kind = kind
            self.unit = unit
            self.includingEnded = includingEnded
            self.withoutPost = withoutPost
        }
    }
}
