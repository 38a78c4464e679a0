import Domain
import HTTPTypes
import Operations
import TestSupport
import Testing
import Web

/// A signed paper over HTTP: its head, its scan, and that it is not replaced.
@Suite("Signed papers over HTTP", .province(opening: 1), .timeLimit(.minutes(30)))
struct PaperRouteTests {
    let province = Province.current
    private var api: APICaller { APICaller(province) }

    @Test("is entered, scanned, read back to the byte, and neither replaced nor seen from elsewhere")
    func wholeWay() async throws {
        let district = try await province.freshDistrict()
        let clerk = province.token(of: .clerk, in: district)
        let path = "/api/v1/tenants/\(district)/papers"
        let head: JSONValue = [
            "signer": .string(province.post(of: .unitHead, in: district).description), "number": "15/QĐ-UBND", "signedOn": "2023-06-19",
            "abstract": "Xác nhận hoàn thành",
        ]
        let paper = try await api.send(.post, path, as: clerk, head)
        #expect(paper.status == 201 && paper.json.members("file") == .null, "\(paper.json)")
        #expect(try await api.send(.post, path, as: clerk, head).code == "paper-there")
        let scan = "%PDF-1.4 bản chụp %%EOF"
        let file = "\(path)/\(paper.text("id"))/file"
        let kept = try await province.call(
            .put, file + "?name=quet.pdf", token: clerk, headers: [.contentType: "application/pdf"], body: scan)
        #expect(kept.status == .ok, "\(kept.body)")
        let again = try await province.call(
            .put, file + "?name=quet.pdf", token: clerk, headers: [.contentType: "application/pdf"], body: scan)
        #expect(again.status == .conflict && again.body.contains("paper-file-there"))
        let read = try await province.call(.get, file, token: province.token(of: .unitHead, in: district))
        #expect(read.body == scan && read.headers[.contentDisposition]?.contains("quet.pdf") == true)
        #expect(try await api.send(.get, path, as: clerk).items.map { $0.member("number") } == ["15/QĐ-UBND"])
        let unit = String(district.dropFirst("district_".count)) + "01"
        let below = province.token(of: .subUnitHead, in: district, unit: unit)
        #expect(try await api.send(.get, path, as: below).items.isEmpty)
        #expect(try await api.send(.post, path, as: below, head).status == 403)
        #expect(try await api.send(.get, "\(path)/\(paper.text("id"))", as: province.token(of: .clerk, in: "district_101")).status == 404)
    }
}
