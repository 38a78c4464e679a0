public import Documents
public import Domain
import HTTPTypes
public import Operations

extension Route {
    /// The route of a list, which with `format` answers the whole of it as a file: exactly the rows that its filter shows. All lists have their
    /// files by this.
    ///
    /// - Parameters:
    ///   - list: as the query filters it.
    ///   - entry: where it is read; where the route leads when not said.
    public func exporting<List: Listing>(
        in entry: @escaping @Sendable (Call) async throws -> Entry = { try $0.entry() },
        _ list: @escaping @Sendable (Call) throws -> List
    ) -> Route {
        var route = self
        let show = handle
        route.query.append(
            QueryParameter("format", .oneOf(ListFileFormat.self), "The whole list as a file instead, without limit and cursor."))
        route.files = ListFileFormat.allCases.map(\.mediaType)
        route.handle = { call in
            guard let format: ListFileFormat = try call.queryChoice("format") else { return try await show(call) }
            let paging = ["limit", "cursor"].filter { call.query($0) != nil }
            guard paging.isEmpty else { throw Problem.invalid(paging.map { FieldFault("?\($0)", "bỏ khi xuất tệp; tệp có cả danh sách") }) }
            let file = try await call.backend.entrance.export(
                try list(call), as: format, filter: call.filterWords, in: try await entry(call))
            return .attachment(Reply.Stream(file.content), mediaType: format.mediaType, name: file.fileName)
        }
        return route
    }
}

extension Reply.Stream {
    /// A file that lies on disk, 256 KB at a time.
    init(_ content: SpooledFile) {
        let size = 256 << 10
        self.init(byteCount: content.byteCount, chunkCount: (content.byteCount + size - 1) / size) { position in
            try content.read(position * size..<min((position + 1) * size, content.byteCount))
        }
    }
}

extension Call {
    /// Where the list of this page is as a file, with the filter that it was asked with; none of a page that has no files.
    public var fileAddresses: [(format: ListFileFormat, address: String)] {
        guard !route.files.isEmpty, let target = head.path else { return [] }
        return ListFileFormat.allCases.map { ($0, filtered(target, "format=\($0.rawValue)")) }
    }

    /// The next page of the list, with the same filter.
    ///
    /// - Parameter cursor: where this one ended.
    public func address(ofPage cursor: String) -> String { filtered(head.path ?? "", "cursor=\(cursor)") }

    private func filtered(_ target: String, _ more: String) -> String {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let kept = (parts.count == 2 ? parts[1].split(separator: "&") : []).filter { pair in
            !Self.paging.contains { pair.hasPrefix("\($0)=") }
        }
        return "\(parts[0])?" + (kept.map(String.init) + [more]).joined(separator: "&")
    }

    /// What does not filter a list.
    static let paging: Set<String> = ["limit", "cursor", "format"]
}
