public import Web

/// Every endpoint of the API, in the order of its document.
public enum APIRoutes {
    public static let all: [Route] = []
}
