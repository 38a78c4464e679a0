public import Documents
public import Domain
public import Storage

extension ListPapers: Listing {
    public var sheet: ListSheet<PaperAct> { Self.sheet }

    public static let sheet = ListSheet<PaperAct>(
        "papers", title: "Văn bản giấy đã ký",
        columns: [
            .init("Số, ký hiệu"), .init("Ngày ký"), .init("Người ký", width: 28), .init("Trích yếu", width: 60),
            .init("Người ghi nhận", width: 28), .init("Bản chụp"), .init("Mã", width: 38),
        ],
        cells: { paper in
            [
                .text(paper.number), .date(paper.signedOn), .text(paper.signerTitle), .text(paper.abstract), .text(paper.recorderTitle),
                .text(paper.file?.name ?? "chưa có"), .text(paper.id.description),
            ]
        }, json: PaperJSON.value)

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<PaperAct> {
        self.limit = limit
        let (papers, next) = try await perform(in: tx)
        after = next
        return ListedRows(papers, isLast: next == nil)
    }
}
