package org.careroom.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder of the PostgreSQL that Careroom brings along, held by one Careroom at a time until it is closed. A folder made
 * here, and the password and programs in any, are for its own user only; a folder that was there keeps its permissions.
 */
final class DataFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel lockFile;

    private DataFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /** @throws DataFolderInUse when another Careroom holds it */
    static DataFolder take(Path path) throws IOException {
        if (Files.notExists(path)) {
            Files.createDirectories(path, ownOnly(path, "rwx------"));
        }
        Path folder = path.toRealPath();
        FileChannel lockFile =
                FileChannel.open(folder.resolve("lock"), Set.of(CREATE, WRITE), ownOnly(path, "rw-------"));
        if (lock(lockFile) == null) {
            lockFile.close();
            throw new DataFolderInUse(folder);
        }
        return new DataFolder(folder, lockFile);
    }

    Path path() {
        return folder;
    }

    /** The database's files. */
    Path pg() {
        return folder.resolve("pg");
    }

    /** Database files in the making, worth nothing until they are renamed to {@link #pg}. */
    Path unfinishedPg() {
        return folder.resolve("pg.unfinished");
    }

    /** Holds the programs of PostgreSQL; made here, as the library lets every user write into folders it makes. */
    Path bin() throws IOException {
        Path bin = folder.resolve("bin");
        if (Files.notExists(bin)) {
            Files.createDirectory(bin, ownOnly(bin, "rwx------"));
        }
        return bin;
    }

    /** What PostgreSQL says of this run. */
    Path log() {
        return folder.resolve("postgres.log");
    }

    /** The database's password, drawn when it is first asked for. */
    Path passwordFile() throws IOException {
        Path file = folder.resolve("password");
        if (Files.notExists(file)) {
            byte[] drawn = new byte[32];
            new SecureRandom().nextBytes(drawn);
            Path draft = folder.resolve("password.unfinished");
            Files.deleteIfExists(draft);
            try (FileChannel out = FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), ownOnly(draft, "rw-------"))) {
                out.write(ByteBuffer.wrap(HexFormat.of().formatHex(drawn).getBytes(StandardCharsets.US_ASCII)));
                out.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    private static FileAttribute<?>[] ownOnly(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
