import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// The yearly statistics that Sở Nội vụ sends to Bộ Nội vụ (D21), for who sees the province.
enum StatisticsRoutes {
    static let all: [Route] = [show]

    private static let show = Route(
        .get, LedgerPlace.province.path("statistics"), name: LedgerPlace.province.name("statistics"), asks: .action(.readProvince),
        summary: "A form of Thông tư 02/2023/TT-BNV with its figures: 0601, 0603; the same days show the same figures.",
        query: StatisticsQuery.parameters, answers: .json(table)
    ) { call in
        let showing = try StatisticsQuery.showing(call)
        return try await call.read { (tx: borrowing TenantTransaction) in .json(StatisticsJSON.table(try await showing.perform(in: tx))) }
    }.exporting(StatisticsQuery.showing)

    private static let table: Schema = .named(
        "Statistics",
        [
            .init("form", .oneOf(StatisticalForm.self)), .init("title", .string), .init("citation", .string, "The form of the circular."),
            .init("from", .date), .init("to", .date), .init("knownOn", .date, "What was recorded later is left out."),
            .init("columns", .array(.object([.init("code", .string), .init("name", .string, "As officers read it.")]))),
            .init(
                "items",
                .array(
                    .object([
                        .init("code", .string), .init("name", .string),
                        .init("figures", .any, "By the code of the column; null: nothing of it is kept here."), .init("note", .string),
                    ]))),
        ])
}
