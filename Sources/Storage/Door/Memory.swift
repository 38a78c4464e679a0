import Domain
import Postgres
import Synchronization

/// What officers were answered, kept as long as nothing changes. It is said again only where the database states, for the moment that is asked of, that
/// no change to any audited table became visible since (`core.moment_after`): so it is what would be found anew, in a tenth of the time.
final class Memory: Sendable {
    /// Whose answer it is, and to what. The token and the place decide what is in sight, so that no officer is told what another one asked for.
    struct Key: Hashable, Sendable {
        let token: Token
        let place: Entry.Place
        let deeds: [Deed]
        /// It passes without a change to any table.
        let today: CivilDate
        let question: any Hashable & Sendable

        static func == (one: Key, other: Key) -> Bool {
            one.token == other.token && one.place == other.place && one.deeds == other.deeds && one.today == other.today
                && AnyHashable(one.question) == AnyHashable(other.question)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(token)
            hasher.combine(place)
            hasher.combine(today)
            hasher.combine(question)
        }
    }

    struct Answer: Sendable {
        /// Of which it was found.
        let moment: String
        let found: any Sendable
        /// When it began to be looked for.
        let at: ContinuousClock.Instant
    }

    /// An answer has some 30 rows of 1 kB, and no more than 1,000.
    private static let capacity = 128
    /// Were there anything that an answer rests on and no entry tells of, it is found anew by then.
    private static let longest = Duration.seconds(60)

    private let answers = Mutex<[Key: Answer]>([:])

    subscript(key: Key) -> Answer? {
        answers.withLock { answers in
            guard let answer = answers[key] else { return nil }
            if answer.at.duration(to: .now) < Self.longest { return answer }
            answers[key] = nil
            return nil
        }
    }

    func keep(_ answer: Answer, under key: Key) {
        answers.withLock { answers in
            if answers[key] == nil, answers.count >= Self.capacity, let oldest = answers.min(by: { $0.value.at < $1.value.at }) {
                answers[oldest.key] = nil
            }
            answers[key] = answer
        }
    }
}

extension TenantTransaction {
    /// What was found before, by the same officer at the same place to the same question, where nothing has changed since; else what is found now.
    /// A transaction that may change something finds it anew, and a second connection beside one.
    ///
    /// - Parameters:
    ///   - question: everything on which the answer depends beside the rows of audited tables, the officer and the day.
    ///   - isKept: false of an answer that rests on a table which the audit leaves out.
    @inline(never)
    public func remembering<Found: Sendable>(
        _ question: some Hashable & Sendable, where isKept: (Found) -> Bool, _ find: (borrowing TenantTransaction) async throws -> Found
    ) async throws -> Found {
        guard let companion else { return try await find(self) }
        let (entry, memory) = (companion.entry, companion.door.memory)
        let key = Memory.Key(
            token: entry.token, place: entry.place, deeds: entry.deeds, today: try await officer().today, question: question)
        let (known, now) = (memory[key], ContinuousClock.now)
        let moment = try await first("SELECT core.moment_after(\(known?.moment))") { row in try row.next(String?.self) } ?? nil
        guard let moment else {
            if let found = known?.found as? Found { return found }
            return try await find(self)
        }
        let found = try await find(self)
        if isKept(found) { memory.keep(Memory.Answer(moment: moment, found: found, at: now), under: key) }
        return found
    }
}
