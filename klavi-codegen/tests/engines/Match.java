// Reads lines of a pattern and texts as UTF-8 in hexadecimal. Writes `-` where the pattern is refused, else a digit a text.
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

class Match {
    public static void main(String[] arguments) throws Exception {
        StringBuilder out = new StringBuilder();
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            String[] parts = line.split(" ", -1);
            try {
                Pattern pattern = Pattern.compile(text(parts[0]));
                for (int index = 1; index < parts.length; index++) {
                    out.append(pattern.matcher(text(parts[index])).find() ? '1' : '0');
                }
            } catch (PatternSyntaxException refused) {
                out.append('-');
            }
            out.append('\n');
        }
        System.out.print(out);
    }

    static String text(String hexadecimal) {
        return new String(HexFormat.of().parseHex(hexadecimal), StandardCharsets.UTF_8);
    }
}
