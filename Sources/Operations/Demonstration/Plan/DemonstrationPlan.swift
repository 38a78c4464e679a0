public import Domain
public import Foundation

/// A whole demonstration before it is loaded: who there is, what was assigned, and what happened on which day.
///
/// The same folder gives the same plan, always: nothing in it is chance, and nothing is known here of any province or year.
public struct DemonstrationPlan: Sendable {
    /// The business date on which everything starts, and the one that remains.
    public let firstDay: CivilDate
    public let businessDate: CivilDate
    /// Since when units and posts are in force.
    public let openedOn: CivilDate
    public let calendar: [CalendarDay]
    /// The lists of units, as the import of the directory reads them.
    let directory: [DirectoryFile]
    public let units: [PlannedUnit]
    public let sectors: [PlannedSector]
    public let directives: [PlannedDirective]
    public let accounts: [PlannedAccount]
    /// The password of every account.
    public let password: String
    /// Document by which the province launches.
    public let launchDocument: String
    /// Usernames of who enters and assigns, launches, and decides on the motto.
    public let enteredBy: String
    public let launchedBy: String
    public let decidedBy: String
    /// Papers of the acts that need one.
    public let exemptionDocument: String
    public let cancellationDocument: String
    public let extensionDocument: String
    public let findingDocument: String
    /// First those of the units, each followed by the parts it handed on.
    public let items: [PlannedItem]
    public let launches: [PlannedLaunch]
    public let mottos: [PlannedMotto]
    /// In the order of their file.
    public let ownAwards: [PlannedOwnAward]
    /// The provincial council.
    public let council: [PlannedMember]
    public let visits: [PlannedVisit]
    public let followings: [PlannedFollowing]
    /// In the order of their file.
    public let goodModels: [PlannedGoodModel]
    public let coverage: [PlannedCoverageLine]
    /// In the order of their file.
    public let months: [PlannedMonth]
    public let difficulties: [PlannedDifficulty]
    public let reviewEvents: [PlannedReviewEvent]

    /// - Parameter folder: the tables; `scenarios.csv` says what they mean, `settings.csv` where the calendar is.
    /// - Throws: a ``Problem`` of code `demonstration-data` that names file, line and column.
    public init(folder: URL) throws {
        let files = try DemonstrationFiles(folder: folder)
        let settings = files.settings
        firstDay = settings.firstDay
        businessDate = settings.businessDate
        openedOn = settings.openedOn
        calendar = files.calendarDays
        directory = files.directory
        units = files.units
        sectors = files.sectors
        directives = files.directives.values.sorted { ($0.date, $0.code) < ($1.date, $1.code) }
        accounts = try AccountGenerator(files: files).accounts()
        password = settings.password
        launchDocument = settings.launchDocument
        enteredBy = settings.enteredBy
        launchedBy = settings.launchedBy
        decidedBy = settings.decidedBy
        exemptionDocument = settings.exemptionDocument
        cancellationDocument = settings.cancellationDocument
        extensionDocument = settings.extensionDocument
        findingDocument = settings.findingDocument
        var generator = ItemGenerator(files)
        items = try generator.items()
        launches = LaunchGenerator(files: files).launches()
        mottos = LaunchGenerator(files: files).mottos()
        ownAwards = files.ownAwards
        council = files.council
        visits = files.visits
        followings = files.followings
        goodModels = files.goodModels
        coverage = files.coverage
        months = files.months
        difficulties = files.difficulties
        reviewEvents = files.reviewEvents
    }
}
