public import Domain

/// Notices and what belongs to them as JSON.
public enum NoticeJSON {
    public static func notice(_ notice: Notice) -> JSONValue {
        [
            "id": .string(notice.id.description), "rule": .string(notice.rule), "tenant": .string(notice.tenant.text),
            "criticism": criticism(notice), "confirmation": confirmation(notice), "review": review(notice),
            "item": item(notice), "remedy": remedy(notice), "difficulty": difficulty(notice), "period": period(notice),
            "goodModel": goodModel(notice), "dossier": dossier(notice), "month": month(notice), "draft": draft(notice),
            "code": .string(notice.code), "title": .string(notice.title),
            "campaign": .string(orNull: notice.campaign), "campaignCode": .string(orNull: notice.campaignCode),
            "giver": .string(notice.giver.rawValue), "giverName": .string(notice.giverWords),
            "dueOn": .string(orNull: notice.dueOn?.description),
            "reason": .string(notice.reason), "source": .string(notice.source), "day": .string(notice.day.description),
            "read": .bool(notice.isRead), "text": .string(notice.text),
        ]
    }

    /// As a webhook gets it: without whether the person has read it. Drafts are not posted.
    public static func posted(_ notice: Notice) -> JSONValue {
        [
            "id": .string(notice.id.description), "rule": .string(notice.rule), "tenant": .string(notice.tenant.text),
            "item": item(notice), "remedy": remedy(notice), "difficulty": difficulty(notice), "period": period(notice),
            "goodModel": goodModel(notice), "dossier": dossier(notice), "month": month(notice),
            "code": .string(notice.code), "campaign": .string(orNull: notice.campaign),
            "campaignCode": .string(orNull: notice.campaignCode), "giver": .string(notice.giver.rawValue),
            "dueOn": .string(orNull: notice.dueOn?.description),
            "reason": .string(notice.reason), "text": .string(notice.text),
        ]
    }

    private static func item(_ notice: Notice) -> JSONValue {
        if case .item(let id) = notice.subject { .string(id.description) } else { .null }
    }

    private static func criticism(_ notice: Notice) -> JSONValue {
        if case .criticism(let id) = notice.subject { .string(id.description) } else { .null }
    }

    private static func confirmation(_ notice: Notice) -> JSONValue {
        if case .confirmation(let id) = notice.subject { .string(id.description) } else { .null }
    }

    private static func review(_ notice: Notice) -> JSONValue {
        if case .correction(let id) = notice.subject { .string(id.description) } else { .null }
    }

    private static func remedy(_ notice: Notice) -> JSONValue {
        if case .remedy(let id) = notice.subject { .string(id.description) } else { .null }
    }

    private static func difficulty(_ notice: Notice) -> JSONValue {
        if case .difficulty(let id) = notice.subject { .string(id.description) } else { .null }
    }

    private static func period(_ notice: Notice) -> JSONValue {
        if case .unitReturn(let id, _) = notice.subject { .string(id.description) } else { .null }
    }

    private static func goodModel(_ notice: Notice) -> JSONValue {
        if case .goodModel(let id) = notice.subject { .string(id.description) } else { .null }
    }

    private static func dossier(_ notice: Notice) -> JSONValue {
        if case .dossier(let id) = notice.subject { .string(id.description) } else { .null }
    }

    private static func draft(_ notice: Notice) -> JSONValue {
        if case .draft(let id) = notice.subject { .string(id.description) } else { .null }
    }

    private static func month(_ notice: Notice) -> JSONValue {
        switch notice.subject {
        case .month(let month), .unitReturn(_, let month): .string(month.description)
        default: .null
        }
    }

    public static func settings(_ settings: NoticeSettings) -> JSONValue {
        [
            "email": .string(orNull: settings.email), "quietFrom": .integer(settings.quietFrom), "quietTo": .integer(settings.quietTo),
        ]
    }

    public static func webhook(_ webhook: Webhook) -> JSONValue {
        [
            "id": .string(webhook.id.description), "tenant": .string(webhook.tenant.text), "url": .string(webhook.url),
            "ended": .bool(webhook.isEnded),
        ]
    }
}
