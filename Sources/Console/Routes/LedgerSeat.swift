import Domain
import Operations
import Web

/// Who asks of the ledger, and whose ledger that is: of the whole province for who sees it, else of one's own unit.
struct LedgerSeat: Sendable {
    let me: WhoAmI.Answer
    let entry: Entry

    init(_ call: Call) async throws {
        let home = try call.entry()
        let me = try await call.backend.entrance.read(home) { (tx: borrowing TenantTransaction) in try await WhoAmI().perform(in: tx) }
        let place: Entry.Place = me.officer.may(.readProvince) ? .province : .tenant(me.tenant.slug)
        self.me = me
        entry = Entry(token: home.token, place: place, request: home.request, deed: home.deed)
    }

    var placeName: String { me.officer.may(.readProvince) ? "Toàn tỉnh" : me.tenant.fullName }
}
