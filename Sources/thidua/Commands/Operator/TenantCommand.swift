public import ArgumentParser
public import Domain
import Operations

struct TenantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tenant", abstract: "The units of the province that own their data.",
        subcommands: [
            ListTenantsCommand.self, OpenTenantCommand.self, PrepareTenantsCommand.self, CloseTenantCommand.self, ReopenTenantCommand.self,
            SucceedTenantCommand.self,
        ])

    struct ListTenantsCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "All that were ever opened, with code and names as in force on a day.",
            discussion: "Example: thidua tenant list --on 2023-06-20 --output csv")

        @Option(help: "The day; today when absent.")
        var on: CivilDate?

        @OptionGroup var options: OperatorOptions

        func run() async throws {
            let tenants = try await options.desk().tenants(on: on)
            CommandOutput.print(
                columns: ["Đơn vị", "Mã", "Tên đầy đủ", "Loại", "Từ ngày", "Đến ngày"],
                rows: tenants.map { tenant in
                    [
                        tenant.slug.text, tenant.code, tenant.fullName, tenant.kind.vietnamese, tenant.openedOn.vietnamese,
                        tenant.closedOn?.vietnamese ?? "",
                    ]
                },
                json: .array(
                    tenants.map { tenant in
                        [
                            "slug": .string(tenant.slug.text), "code": .string(tenant.code), "fullName": .string(tenant.fullName),
                            "kind": .string(tenant.kind.rawValue), "scope": .string(tenant.scope.rawValue),
                            "openedOn": .string(tenant.openedOn.description), "closedOn": .string(orNull: tenant.closedOn),
                        ]
                    }),
                as: options.output)
        }
    }

    struct OpenTenantCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "open", abstract: "Opens one: its role, schema, tables and root unit.",
            discussion: """
                Example: thidua tenant open --kind district --code 101 --name "A" --full-name "Huyện A" --unit-kind huyen \
                --opened-on 2020-01-01
                """)

        @Option(help: "province, department, district or commune.")
        var kind: Tenant.Kind

        @Option(help: "What it is to a campaign: award_subject, media, authority or other.")
        var scope: Tenant.Scope = .awardSubject

        @Option(help: "Its code at opening; the slug is made from it.")
        var code: String

        @Option(help: "Short name.")
        var name: String

        @Option(help: "Full name.")
        var fullName: String

        @Option(help: "What kind of unit it is: so, huyen, thanh_pho, xa …")
        var unitKind: SubUnit.Kind

        @Option(help: "First day.")
        var openedOn: CivilDate

        @Option(help: "Place in the province's lists.")
        var position = 0

        @Flag(inversion: .prefixedNo, help: "Whether it has legal personality.")
        var legalPersonality = true

        @OptionGroup var options: OperatorOptions

        func run() async throws {
            let code = VietnameseText(code).string
            if let fault = Tenant.fault(ofCode: code) { throw Problem.invalid("--code", fault) }
            guard let slug = Tenant.Slug(kind: kind, code: code) else {
                throw Problem.invalid("--code", "phải có từ 1 đến 40 chữ cái hoặc chữ số")
            }
            let desk = try options.desk()
            let parent = kind == .province ? nil : try await desk.tenants(on: nil).first { $0.kind == .province }?.id
            guard kind == .province || parent != nil else {
                throw Problem(.refused, "no-province", "Chưa có tỉnh. Mở tỉnh trước: thidua tenant open --kind province …")
            }
            let opening = Tenant.Opening(
                id: IDSource.system.next(), slug: slug, kind: kind, scope: scope, parent: parent, position: position, openedOn: openedOn,
                code: code, name: VietnameseText(name).string, fullName: VietnameseText(fullName).string,
                unitKind: unitKind, legalPersonality: legalPersonality)
            let isNew = try await desk.open(opening)
            print(isNew ? "Đã mở \(slug)." : "\(slug) đã có; không thay đổi gì.")
        }
    }

    struct PrepareTenantsCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "prepare",
            abstract: "Makes places beforehand, so that opening a unit takes a moment; the worker keeps as many ready.",
            discussion: """
                Do it before many units are opened at once. Places that are ready stay until they are opened, also when fewer are kept.

                Example: thidua tenant prepare --places 30
                """)

        @Option(help: "How many are kept ready from now on; as many as before when absent: 2, in a demonstration none.")
        var places: Int?

        @OptionGroup var options: OperatorOptions

        func run() async throws {
            try await options.desk().preparePlaces(places) { ready, kept in print("Đã chuẩn bị sẵn chỗ cho \(ready)/\(kept) đơn vị.") }
        }
    }

    struct CloseTenantCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "close", abstract: "Closes one after its last day: readable for ever, no longer written.",
            discussion: """
                What the province gave it and nothing ended yet stays with who gave it, also after the last day: the Office accepts \
                what was delivered, and passes the rest to the successor or cancels it. How many such items there are is printed.

                Example: thidua tenant close district_101 --last-day 2025-06-30
                """)

        @Argument(help: "The unit, such as district_101.")
        var slug: String

        @Option(help: "Last day.")
        var lastDay: CivilDate

        @OptionGroup var options: OperatorOptions

        func run() async throws {
            guard let slug = Tenant.Slug(slug) else { throw Problem.notFound }
            let open = try await options.desk().close(slug, lastDay: lastDay)
            print("Đã đóng \(slug) sau ngày \(lastDay.vietnamese).")
            if open.leading > 0 {
                print(
                    "Còn \(open.leading) nhiệm vụ, chỉ tiêu của tỉnh giao chưa kết thúc: Văn phòng Ủy ban nhân dân tỉnh xác nhận kết quả đã gửi, chuyển giao cho đơn vị kế thừa hoặc hủy bằng văn bản."
                )
            }
            if open.helping > 0 {
                print(
                    "Còn phối hợp \(open.helping) nhiệm vụ, chỉ tiêu do đơn vị khác chủ trì: Văn phòng Ủy ban nhân dân tỉnh chuyển phần phối hợp cho đơn vị kế thừa bằng văn bản."
                )
            }
        }
    }

    struct SucceedTenantCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "succeed", abstract: "Records which unit follows another that was merged, split or renamed into it.",
            discussion: """
                Awards of the one show in the other's history, what was late passes on with its days where the plan has it so, and a single \
                successor of a unit that is closed answers for what it awarded itself. Recorded once more, day and document are corrected.

                Example: thidua tenant succeed district_101 --by district_102 --from 2025-07-01 --document "Nghị quyết 12/NQ-HĐND"
                """)

        @Argument(help: "The unit that is followed, such as district_101.")
        var slug: String

        @Option(help: "The unit that follows it; a unit that was split has several, recorded one by one.")
        var by: String

        @Option(help: "From which day.")
        var from: CivilDate

        @Option(help: "By which document.")
        var document: String

        @OptionGroup var options: OperatorOptions

        func run() async throws {
            guard let slug = Tenant.Slug(slug), let successor = Tenant.Slug(by) else { throw Problem.notFound }
            try await options.desk().succeed(slug, by: successor, from: from, document: document)
            print("Đã ghi \(successor) kế thừa \(slug) từ ngày \(from.vietnamese).")
        }
    }

    struct ReopenTenantCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reopen", abstract: "Takes back a closing that was recorded by mistake; it may then be closed with the right day.",
            discussion: "Example: thidua tenant reopen district_101")

        @Argument(help: "The unit, such as district_101.")
        var slug: String

        @OptionGroup var options: OperatorOptions

        func run() async throws {
            guard let slug = Tenant.Slug(slug) else { throw Problem.notFound }
            try await options.desk().reopen(slug)
            print("Đã mở lại \(slug).")
        }
    }
}

extension Tenant.Kind: ExpressibleByArgument {}
extension Tenant.Scope: ExpressibleByArgument {}
