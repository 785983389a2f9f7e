package io.examledger.query.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Export files on disk, readable by this system's user only: they hold code strings in clear. */
final class ExportFiles {
    private final Path directory;

    ExportFiles(Path directory) {
        this.directory = directory;
    }

    /** Where a finished file lies. */
    Path of(ExportJob job) {
        return directory.resolve(job.exportId() + "." + job.format().wireName());
    }

    /** A fresh file beside it, while it is being written; what an earlier worker left is dropped. */
    OutputStream open(ExportJob job, String worker) throws IOException {
        Files.createDirectories(directory, ownerOnly("rwx------"));
        Path part = part(job, worker);
        Files.deleteIfExists(part);
        Files.createFile(part, ownerOnly("rw-------"));
        return Files.newOutputStream(part, StandardOpenOption.WRITE);
    }

    void finish(ExportJob job, String worker) throws IOException {
        Files.move(part(job, worker), of(job), StandardCopyOption.ATOMIC_MOVE);
    }

    void delete(ExportJob job) {
        deleteFile(of(job));
    }

    void deletePart(ExportJob job, String worker) {
        deleteFile(part(job, worker));
    }

    private static void deleteFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path part(ExportJob job, String worker) {
        return directory.resolve(job.exportId() + "." + worker + ".part");
    }

    /** Nothing on file systems that know no such permissions. */
    private FileAttribute<?>[] ownerOnly(String permissions) {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
