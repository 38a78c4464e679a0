extension SubUnit {
    /// Which units a list holds.
    public struct Selection: Sendable {
        /// The business date when nil.
        public var day: CivilDate?
        public var kind: Kind?
        /// Those directly under this unit.
        public var parent: ID?
        /// Also those that had closed by that day.
        public var includingClosed = false

        public init(on day: CivilDate? = nil, kind: Kind? = nil, parent: ID? = nil, includingClosed: Bool = false) {
            self.day = day
            self.kind = kind
            self.parent = parent
            self.includingClosed = includingClosed
        }
    }

    /// Where a page of a list ended: units stand in the order of position, then name.
    public struct Key: Sendable {
        public let position: Int
        public let name: String
        public let id: ID

        public init(position: Int, name: String, id: ID) {
            self.position = position
            self.name = name
            self.id = id
        }
    }
}
