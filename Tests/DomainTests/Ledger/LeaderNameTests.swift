import Domain
import Testing

@Suite("What a leader in charge is called")
struct LeaderNameTests {
    private let leader = LeaderName(
        shown: "Phó Chủ tịch UBND tỉnh Nguyễn Văn An", title: "Phó Chủ tịch UBND tỉnh", fullName: "Nguyễn Văn An")

    @Test(
        "his title, his name, or both, in any case and with or without marks",
        arguments: [
            "Phó Chủ tịch UBND tỉnh", "phó chủ tịch ubnd tỉnh nguyễn văn an", "Nguyễn Văn An", "NGUYEN VAN AN", "PCT Nguyễn Văn An",
            "Đồng chí Nguyễn Văn An", "  Phó Chủ tịch   Nguyễn Văn An ",
        ])
    func meant(words: String) {
        #expect(leader.isMeant(by: words))
    }

    @Test(
        "no part of them, and no other words before the name",
        arguments: ["", "Chủ tịch UBND tỉnh", "An", "Văn An", "Nguyễn Văn", "Con ông Nguyễn Văn An", "Nguyễn Văn An và Trần Thị Bình"])
    func notMeant(words: String) {
        #expect(!leader.isMeant(by: words))
    }

    @Test("where the name may not be known, the title and what is shown")
    func unknown() {
        let unknown = LeaderName(shown: leader.shown, title: leader.title, fullName: nil)
        #expect(unknown.isMeant(by: leader.shown) && unknown.isMeant(by: leader.title))
        #expect(!unknown.isMeant(by: "Nguyễn Văn An"))
    }
}
