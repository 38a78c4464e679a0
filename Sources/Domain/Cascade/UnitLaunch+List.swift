extension UnitLaunch {
    /// Which units a list shows.
    public struct Filter: Sendable, Hashable {
        public var state: LaunchState?
        /// Only launches after the deadline.
        public var lateOnly = false
        /// Only units of this kind: the communes, the offices.
        public var kind: SubUnit.Kind?

        public init() {}
    }

    /// Where a page ended: the customary order, the code and the id of its last unit.
    public struct Place: Sendable, Hashable {
        public var position: Int
        public var code: String
        public var unit: SubUnit.ID

        public init(position: Int, code: String, unit: SubUnit.ID) {
            self.position = position
            self.code = code
            self.unit = unit
        }
    }
}
