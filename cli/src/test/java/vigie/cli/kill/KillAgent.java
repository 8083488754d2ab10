package vigie.cli.kill;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites, while they are loaded, the places at which our classes, Nutch's, Hadoop's and Lucene's change files, so that
 * they ask {@link Changes} instead.
 */
public final class KillAgent {

    private static final String CHANGES = "vigie/cli/kill/Changes";
    private static final Set<String> WATCHED =
            Set.of("vigie/", "org/apache/nutch/", "org/apache/hadoop/", "org/apache/lucene/");
    private static final Map<String, Set<String>> CALLS = Map.of(
            "java/nio/file/Files", Set.of("move", "write", "writeString", "createFile", "delete", "deleteIfExists"),
            "java/nio/channels/FileChannel", Set.of("force", "write"),
            "java/io/File", Set.of("renameTo", "delete"));
    private static final Set<String> LEFT_OUT = Set.of(
            "([Ljava/nio/ByteBuffer;)J",
            "([Ljava/nio/ByteBuffer;II)J",
            "(Ljava/nio/ByteBuffer;J)I",
            "(Ljava/nio/file/Path;Ljava/lang/Iterable;[Ljava/nio/file/OpenOption;)Ljava/nio/file/Path;",
            "(Ljava/nio/file/Path;Ljava/lang/Iterable;Ljava/nio/charset/Charset;[Ljava/nio/file/OpenOption;)Ljava/nio/file/Path;",
            "(Ljava/nio/file/Path;Ljava/lang/CharSequence;Ljava/nio/charset/Charset;[Ljava/nio/file/OpenOption;)Ljava/nio/file/Path;");

    private KillAgent() {}

    /** Called by the virtual machine before the program's own main method. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        instrumentation.addTransformer(new Rewriting());
    }

    /** Makes the jar that {@code -javaagent} asks for; its classes are those of the class path. */
    public static Path jar(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", KillAgent.class.getName());
        try (OutputStream out = Files.newOutputStream(file)) {
            new JarOutputStream(out, manifest).close();
        }
        return file;
    }

    private static final class Rewriting implements ClassFileTransformer {

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                @Nullable String name,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] bytes) {
            if (name == null
                    || name.startsWith("vigie/cli/kill/")
                    || WATCHED.stream().noneMatch(name::startsWith)) {
                return null;
            }
            String content = new String(bytes, StandardCharsets.ISO_8859_1);
            if (CALLS.keySet().stream().noneMatch(content::contains)) {
                return null;
            }
            ClassReader reader = new ClassReader(bytes);
            ClassWriter writer = new ClassWriter(reader, 0);
            reader.accept(new Rewritten(writer), 0);
            return writer.toByteArray();
        }
    }

    private static final class Rewritten extends ClassVisitor {

        Rewritten(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            return new MethodVisitor(Opcodes.ASM9, next) {
                @Override
                public void visitMethodInsn(int code, String owner, String method, String form, boolean isInterface) {
                    boolean isChange = CALLS.getOrDefault(owner, Set.of()).contains(method) && !LEFT_OUT.contains(form);
                    if (!isChange) {
                        super.visitMethodInsn(code, owner, method, form, isInterface);
                    } else if (code == Opcodes.INVOKESTATIC) {
                        super.visitMethodInsn(code, CHANGES, method, form, false);
                    } else {
                        String asStatic = "(L" + owner + ";" + form.substring(1);
                        super.visitMethodInsn(Opcodes.INVOKESTATIC, CHANGES, method, asStatic, false);
                    }
                }
            };
        }
    }
}
