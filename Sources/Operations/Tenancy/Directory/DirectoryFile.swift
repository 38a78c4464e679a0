/// A file of the directory of units, as it was read.
public struct DirectoryFile: Sendable {
    /// As messages call it.
    public var name: String
    public var content: [UInt8]

    public init(name: String, content: [UInt8]) {
        self.name = name
        self.content = content
    }
}

/// What an import of the directory did, or would do.
public struct DirectoryChanges: Sendable, Hashable {
    /// Slug and full name, in the order of the files.
    public var openedTenants: [Named] = []
    public var renamedTenants: [Named] = []
    /// Sub-units, by the tenant in which they are.
    public var openedUnits = 0
    public var changedUnits = 0
    public var unchanged = 0
    /// Rows that belong to a unit which lists them itself.
    public var leftOut = 0

    public struct Named: Sendable, Hashable {
        public let slug: String
        public let fullName: String
    }

    public var isEmpty: Bool { openedTenants.isEmpty && renamedTenants.isEmpty && openedUnits == 0 && changedUnits == 0 }
}
