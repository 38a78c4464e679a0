import Foundation

/// Where the files of the repository lie, seen from this source file.
public enum RepositoryPaths {
    public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .path
    public static let sql = root + "/sql"
    public static let deploy = root + "/deploy"
}
