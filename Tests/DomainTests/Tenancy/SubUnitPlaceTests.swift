import Domain
import Testing

@Suite("How a sub-unit is called outside its unit")
struct SubUnitPlaceTests {
    @Test("with the unit that it belongs to, once")
    func once() {
        #expect(SubUnit.placed("Phường 9", in: "Thành phố Cà Mau") == "Phường 9, Thành phố Cà Mau")
        #expect(SubUnit.placed("Thanh tra Sở, Sở Nội vụ", in: "Sở Nội vụ") == "Thanh tra Sở, Sở Nội vụ")
        #expect(SubUnit.placed("Sở Nội vụ", in: "Sở Nội vụ") == "Sở Nội vụ")
        // Another that ends alike is named in full.
        #expect(SubUnit.placed("Ban Quản lý Sở Nội vụ", in: "Sở Nội vụ") == "Ban Quản lý Sở Nội vụ, Sở Nội vụ")
    }
}
