import Domain

/// What a workbook says of its sheets, and where its parts are (ECMA-376, part 1, 18.2).
struct WorkbookParts {
    struct Sheet {
        let name: String
        let path: String
        let isHidden: Bool
    }

    private(set) var sheets: [Sheet] = []
    private(set) var sharedStrings: String?
    private(set) var styles: String?
    /// Days are counted from 1904 in files that were begun on a Macintosh.
    private(set) var startsIn1904 = false

    init(_ archive: borrowing ZipArchive, file: String) throws(Problem) {
        let package = try Relationship.read("_rels/.rels", archive, file: file)
        let workbook = package.first { $0.type.hasSuffix("/officeDocument") }?.target ?? "xl/workbook.xml"
        guard let content = try archive.read(workbook) else {
            throw Problem(
                .invalid, "invalid-table", "\(file): không phải tệp Excel (.xlsx). Mở bằng Excel rồi lưu lại dưới dạng .xlsx.")
        }
        let folder = workbook.split(separator: "/").dropLast().joined(separator: "/")
        let leaf = workbook.split(separator: "/").last ?? ""
        let relationships = try Relationship.read("\(folder)/_rels/\(leaf).rels", archive, file: file, from: folder)
        sharedStrings = relationships.first { $0.type.hasSuffix("/sharedStrings") }?.target
        styles = relationships.first { $0.type.hasSuffix("/styles") }?.target
        let paths = Dictionary(
            relationships.filter { $0.type.hasSuffix("/worksheet") }.map { ($0.id, $0.target) }, uniquingKeysWith: { first, _ in first })

        var found: [Sheet] = []
        var from1904 = false
        try XMLPart(content, file: file).walk { event throws(Problem) in
            guard case .start(let name, let attributes) = event else { return }
            switch name {
            case "workbookPr": from1904 = ["1", "true"].contains(attributes["date1904"])
            case "sheet":
                // Sheets of charts and macros hold no rows.
                guard let path = attributes["id"].flatMap({ paths[$0] }) else { return }
                found.append(
                    Sheet(name: attributes["name"] ?? "", path: path, isHidden: (attributes["state"] ?? "visible") != "visible"))
            default: break
            }
        }
        sheets = found
        startsIn1904 = from1904
    }

    private struct Relationship {
        let id: String
        let type: String
        /// From the root of the archive.
        let target: String

        static func read(
            _ path: String, _ archive: borrowing ZipArchive, file: String, from folder: String = ""
        ) throws(Problem) -> [Relationship] {
            guard let content = try archive.read(path.hasPrefix("/") ? String(path.dropFirst()) : path) else { return [] }
            var found: [Relationship] = []
            try XMLPart(content, file: file).walk { event throws(Problem) in
                guard case .start("Relationship", let attributes) = event, attributes["TargetMode"] != "External",
                    let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"]
                else { return }
                found.append(Relationship(id: id, type: type, target: resolve(target, from: folder)))
            }
            return found
        }

        /// `/xl/styles.xml`, or `../xl/styles.xml` seen from the folder.
        private static func resolve(_ target: String, from folder: String) -> String {
            var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
            for step in target.split(separator: "/") where step != "." {
                if step == ".." { _ = steps.popLast() } else { steps.append(step) }
            }
            return steps.joined(separator: "/")
        }
    }
}
