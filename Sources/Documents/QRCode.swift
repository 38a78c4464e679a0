import CQREncode

/// A text as a QR code (ISO/IEC 18004), for a telephone's camera.
public struct QRCode: Sendable, Hashable {
    /// How many modules a side has, the quiet zone not counted.
    public let width: Int
    /// Row by row; true: dark.
    private let modules: [Bool]

    /// Blank modules on each side, as the standard asks.
    private static let quietZone = 4

    /// - Returns: nil for a text that no code holds (more than about 2,300 bytes), or none at all.
    public init?(_ text: String) {
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        width = Int(code.pointee.width)
        // The lowest bit of a module says whether it is dark; the others say what it is there for.
        modules = (0..<width * width).map { code.pointee.data[$0] & 1 == 1 }
    }

    public subscript(row: Int, column: Int) -> Bool { modules[row * width + column] }

    /// An SVG element without style or script, so that the strictest content policy lets it stand in a page.
    ///
    /// - Parameter title: what a screen reader says; must need no escape.
    public func svg(title: String) -> String {
        let side = width + 2 * Self.quietZone
        return """
            <svg class="qr" role="img" aria-label="\(title)" viewBox="0 0 \(side) \(side)" shape-rendering="crispEdges">\
            <rect width="\(side)" height="\(side)" fill="#fff"/><path fill="#000" d="\(path)"/></svg>
            """
    }

    /// One bar for each run of dark modules in a row.
    private var path: String {
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                let length = (column..<width).prefix { self[row, $0] }.count
                if length > 0 { path += "M\(column + Self.quietZone) \(row + Self.quietZone)h\(length)v1h-\(length)z" }
                column += max(length, 1)
            }
        }
        return path
    }
}
