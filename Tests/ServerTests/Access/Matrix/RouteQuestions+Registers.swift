import Domain
import TestSupport
import Web

extension RouteQuestion {
    /// Decisions, the golden book, letters, names on certificates.
    static let registers: [String: RouteQuestion] = [
        "page.awards": RouteQuestion(.province), "page.published-awards": RouteQuestion(.catalogue, sees: { _ in "MX ngày" }),
        "page.awards.record": RouteQuestion(.province, text: { "number=9&date=2023-06-19&signer=x&d-\($0.signedDossier)=yes" }),
        "page.awards.letter": RouteQuestion(
            .province, text: { "campaign=MX0&review=interim&unit=\($0.unit)&declined=yes&note=x&date=2023-06-19&signer=x" }),
        "page.names": RouteQuestion(.whole, sees: { $0.submittedDossier }),
        "page.names.confirm": RouteQuestion(.whole, text: { "dossier=\($0.submittedDossier)&party=unit&name=x" }),
        "page.unit-holds": RouteQuestion(.whole, sees: { _ in "đang tạm dừng xét" }),
        "page.holds": RouteQuestion(.province, sees: { _ in "đang tạm dừng xét" }),
        "page.holds.record": RouteQuestion(
            .province, text: { "kind=person&id=\($0.person)&number=7&issuer=x&from=2023-06-19" }),
        "awards.record": RouteQuestion(.province) { _ in
            ["number": "9/QĐ-UBND", "signedOn": "2023-06-19", "signer": "CHỦ TỊCH", "awards": []]
        },
        "awards.list": RouteQuestion(.province), "awards.budget": .asking(.province) { _ in "?campaign=MX0&review=interim" },
        "awards.published": RouteQuestion(.catalogue, sees: { _ in "\"MX\"" }),
        "letters.list": .asking(.province) { _ in "?campaign=MX0&review=interim" },
        "letters.record": RouteQuestion(.province) {
            [
                "campaign": "MX0", "review": "interim", "unit": .string($0.unit), "declined": true, "note": "x", "signedOn": "2023-06-19",
                "signer": "CHỦ TỊCH",
            ]
        },
        "awards.history": RouteQuestion(.whole, sees: { _ in "\"MX\"" }), "templates.list": RouteQuestion(.whole, sees: { _ in "\"MX\"" }),
        "achievements.flags": RouteQuestion(.province), "page.history": RouteQuestion(.province),
        "page.unit-history": RouteQuestion(.whole, sees: { _ in ">MX<" }), "page.templates": RouteQuestion(.province),
        "page.unit-templates": RouteQuestion(.whole, sees: { _ in "(MX)" }),
        "award-names.list": RouteQuestion(.whole, sees: { $0.submittedDossier }),
        "award-names.confirm": RouteQuestion(.whole) {
            ["dossier": .string($0.submittedDossier), "party": "unit", "name": "Nguyễn Văn An"]
        },
    ]
}
