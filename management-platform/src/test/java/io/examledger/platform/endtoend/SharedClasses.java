package io.examledger.platform.endtoend;

import io.examledger.platform.testing.FreshDataDirectory;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tests' class path for JVMs that are started again and again. The first that ends in order leaves its loaded and
 * linked classes to the others (an AOT cache, JEP 483 and 514; before JDK 25 an archive of classes, JEP 350), which takes
 * a good part off each start. Both want jars, so directories are packed.
 */
final class SharedClasses {
    private static final Path DIRECTORY = FreshDataDirectory.create();

    private static final int AOT_CACHE_IN_ONE_STEP = 25;

    private SharedClasses() {}

    static List<String> jvmOptions() {
        return Stream.concat(archive(), Stream.of("-Xlog:disable", "-cp", classPath()))
                .toList();
    }

    private static Stream<String> archive() {
        if (Runtime.version().feature() < AOT_CACHE_IN_ONE_STEP) {
            return Stream.of(
                    "-XX:SharedArchiveFile=" + DIRECTORY.resolve("platform.jsa"), "-XX:+AutoCreateSharedArchive");
        }
        Path cache = DIRECTORY.resolve("platform.aot");
        return Stream.of((Files.exists(cache) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + cache);
    }

    private static String classPath() {
        String given = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(given.split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .map(entry -> Files.isDirectory(entry) ? packed(entry) : entry)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path packed(Path classes) {
        Path jar = DIRECTORY.resolve(Integer.toHexString(classes.toString().hashCode()) + ".jar");
        if (Files.exists(jar)) {
            return jar;
        }
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> files = Files.walk(classes)) {
            for (Path entry : files.filter(path -> !path.equals(classes)).toList()) {
                boolean folder = Files.isDirectory(entry);
                String name = classes.relativize(entry).toString().replace(File.separatorChar, '/');
                out.putNextEntry(new JarEntry(folder ? name + "/" : name));
                if (!folder) {
                    Files.copy(entry, out);
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
