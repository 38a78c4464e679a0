/// How large a spreadsheet may be before it is refused: a file of some kilobytes can claim to be, or become, gigabytes.
public struct TableLimits: Sendable {
    public var rows: Int
    public var columns: Int
    public var cells: Int
    /// Bytes that an archive may unpack to, as it says and as it turns out.
    public var unpacked: Int
    /// Files in an archive.
    public var members: Int

    public init(rows: Int, columns: Int, cells: Int, unpacked: Int, members: Int) {
        self.rows = rows
        self.columns = columns
        self.cells = cells
        self.unpacked = unpacked
        self.members = members
    }

    /// A list of a whole province's officers has some ten thousand rows of ten columns: about 15 MiB unpacked.
    public static let standard = TableLimits(rows: 100_000, columns: 256, cells: 2_000_000, unpacked: 128 << 20, members: 5_000)
}
