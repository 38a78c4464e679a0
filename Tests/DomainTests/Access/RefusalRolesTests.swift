import Domain
import Testing

/// Who is refused hears who may.
@Suite("A refusal names the roles that may")
struct RefusalRolesTests {
    @Test("exactly those of the table, in Vietnamese, for every action; nothing else is changed", arguments: Action.allCases)
    func action(_ action: Action) {
        let named = Problem.notAllowed.naming([.action(action)])
        #expect(named.kind == .notAllowed && named.code == Problem.notAllowed.code)
        let said = named.detail.split(separator: ": ").last?.split(separator: ". ").first?.split(separator: "; ").map(String.init)
        let may = Policy.table.filter { $0.role != .system && $0.actions.contains(action) }.map(\.role.vietnamese)
        guard !may.isEmpty else {
            #expect(named == .notAllowed)
            return
        }
        #expect(said == may)
        #expect(named.detail.contains("“\(action.vietnamese)”"))
        #expect(Problem.notFound.naming([.action(action)]) == .notFound)
    }

    @Test("a refusal that no role decides stays as it is")
    func readings() {
        for deed in Deed.all
        where deed.onlyReads && deed != .reading(.move) && deed != .action(.readAudit) && deed != .action(.readProvince) {
            #expect(Problem.notAllowed.naming([deed]) == .notAllowed, "\(deed.name)")
        }
        #expect(Problem.notAllowed.naming([.reading(.move)]).detail.contains(Role.tenantAdmin.vietnamese))
    }
}
