package dev.ropewalk.sandbox;

/** A process that owns a sandbox until it is killed. */
final class Owner {
  private Owner() {}

  public static void main(String[] arguments) throws Exception {
    Sandbox sandbox = new NamespaceSandboxes().start(SandboxPlan.empty());
    System.out.println(sandbox.socket());
    System.in.transferTo(System.out);
  }
}
