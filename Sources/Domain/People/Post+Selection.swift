extension Post {
    /// Which posts a list holds.
    public struct Selection: Sendable {
        /// The business date when nil.
        public var day: CivilDate?
        public var person: Person.ID?
        public var unit: SubUnit.ID?
        public var role: Role?
        /// Also those over by that day or beginning after it.
        public var everHeld = false

        public init(on day: CivilDate? = nil, person: Person.ID? = nil, unit: SubUnit.ID? = nil, role: Role? = nil, everHeld: Bool = false)
        {
            self.day = day
            self.person = person
            self.unit = unit
            self.role = role
            self.everHeld = everHeld
        }
    }
}
