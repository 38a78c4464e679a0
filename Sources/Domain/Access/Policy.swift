/// The one table of who may do what. `sql/routines/30_access.sql` holds the same cells for the row policies, and a test
/// compares the two cell by cell.
public struct Policy: Sendable, Hashable {
    public let role: Role
    public let reach: Reach
    public let provinceRole: ProvinceRole?
    public let actions: Set<Action>

    public static let table: [Policy] = [
        Policy(
            .chairman, .tenant, .leadership,
            [
                .readProvince, .readAudit, .launchCampaign, .ruleItem, .giveDelegation, .revokeDelegation, .tryParameters, .decideAward,
            ]),
        Policy(
            .viceChairman, .tenant, .leadership,
            [.readProvince, .readAudit, .ruleItem, .giveDelegation, .revokeDelegation, .tryParameters, .decideAward]),
        Policy(
            .officeChief, .tenant, .office,
            [
                .readProvince, .readAudit, .importCampaign, .enterDirective, .assignItem, .ruleItem, .giveDelegation, .revokeDelegation,
                .recordPaper, .tryParameters, .commentMotto, .keepReview,
            ]),
        Policy(
            .officeMonitor, .tenant, .office,
            [
                .readProvince, .readAudit, .importCampaign, .enterDirective, .assignItem, .ruleItem, .recordPaper, .tryParameters,
                .commentMotto, .keepReview,
            ]),
        Policy(.homeAffairsOfficer, .tenant, .homeAffairs, [.readProvince, .readAudit, .tryParameters, .commentMotto, .appraiseAward]),
        Policy(.councilMember, .tenant, .council, [.readProvince, .decideMotto]),
        Policy(.auditor, .tenant, .auditor, [.readProvince, .readAudit]),
        Policy(.mediaEditor, .tenant, .media, [.reportCoverage]),
        Policy(.systemAdmin, .tenant, nil, [.manageDirectory, .readAudit, .revokeDelegation]),
        Policy(.tenantAdmin, .tenant, nil, [.manageDirectory, .readAudit, .revokeDelegation]),
        Policy(
            .unitHead, .tenant, nil,
            [
                .manageDirectory, .readAudit, .cascadeLaunch, .reportLaunch, .enterDirective, .assignItem, .ruleItem, .reportProgress,
                .giveDelegation, .revokeDelegation, .assessMotto, .answerReview, .proposeAward, .giveAward, .registerInitiative,
                .confirmInitiative, .approveReturn,
            ]),
        Policy(
            .unitCoordinator, .tenant, nil,
            [
                .readAudit, .cascadeLaunch, .reportLaunch, .enterDirective, .assignItem, .ruleItem, .reportProgress, .recordPaper,
                .assessMotto, .answerReview, .registerInitiative,
            ]),
        Policy(
            .councilSecretary, .tenant, nil,
            [
                .manageDirectory, .reportLaunch, .recordPaper, .revokeDelegation, .decideMotto, .proposeAward, .keepCouncil, .keepOwnAward,
                .registerInitiative,
            ]),
        Policy(.unitCouncilMember, .tenant, nil, [.decideMotto]),
        Policy(.clerk, .tenant, nil, [.reportLaunch, .recordPaper]),
        Policy(
            .subUnitHead, .subtree, nil,
            [
                .reportLaunch, .assignItem, .ruleItem, .reportProgress, .giveDelegation, .revokeDelegation, .assessMotto, .proposeAward,
                .giveAward, .registerInitiative, .confirmInitiative, .approveReturn,
            ]),
        Policy(.subUnitOfficer, .subtree, nil, [.reportLaunch, .reportProgress, .proposeAward, .keepOwnAward, .registerInitiative]),
        Policy(.individual, .own, nil, [.reportProgress, .registerInitiative]),
        Policy(.system, .tenant, nil, [.receiveLaunch]),
    ]

    public static func of(_ role: Role) -> Policy {
        // Every role has its row: PolicyTests goes through all cases.
        byRole[role] ?? Policy(role, .own, nil, [])
    }

    private static let byRole = Dictionary(uniqueKeysWithValues: table.map { ($0.role, $0) })

    private init(_ role: Role, _ reach: Reach, _ provinceRole: ProvinceRole?, _ actions: Set<Action>) {
        self.role = role
        self.reach = reach
        self.provinceRole = provinceRole
        self.actions = actions
    }
}
